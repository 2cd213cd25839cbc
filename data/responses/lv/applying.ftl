how-to-apply = { FACT("form") } { FACT("one_applicant") } { FACT("applicant_agency") }
    Soļi:
    { ITEMS("steps") }
not-on-paper = Nē, citādi kā tiešsaistē pieteikumu iesniegt nevar.
registration-not-pic = Nē, ar PIC nepietiek: šim konkursam vajag OID.
registration-once = Nē, vēlreiz nevajag: OID iegūst tikai vienreiz.
registration-of-partners = Vai OID vajag arī katram partnerim, manos avotos tieši nav teikts; skatieties vadlīniju C daļā „Kā iesniegt pieteikumu?” vai jautājiet sava sektora kontaktpersonai.
registration = { FACT("register") } { FACT("oid") } { FACT("pic") } OID izmanto kopš { FACT("oid_since", case: "genitive") }.
application-form = { FACT("form") } { FACT("form_reopen") } { FACT("form_budget") } Veidlapu un dokumentus meklējiet VIAA lapā: { FACT("viaa_documents") }
form-trouble = { FACT("form_trouble") }
change-application-rejected = Manos avotos nav noteikuma, kas liegtu vēlreiz iesniegt ideju, kura iepriekšējā konkursā noraidīta; šajā konkursā tas būtu jauns pieteikums.
change-application = { FACT("form_reopen") } Reižu skaits manos avotos nav ierobežots. Termiņš: { FACT("deadline") }.
form-budget = { FACT("form_budget") }
application-language = { FACT("application_language") }
annexes = Pieteikumam pievieno:
    { ITEMS("annexes") }
    Vai jāsūta oriģināli, manos avotos nav teikts; jautājiet to VIAA.
signature = Godavārda apliecinājumu paraksta pieteicēja likumiskais pārstāvis. { FACT("mandates") } { FACT("signature") }
how-to-apply-left = Līdz termiņam ({ FACT("deadline") }):
    • { FACT("register") }
    • izvēlieties vismaz { FACT("priorities_minimum", case: "accusative") };
    • parūpējieties, lai partneru pilnvarojumus parakstītu abas puses, bet godavārda apliecinājumu – likumiskais pārstāvis. { FACT("mandates") }
    • aizpildiet tīmekļa veidlapu un iesniedziet to tiešsaistē.
