how-to-apply = { FACT("form") } { FACT("one_applicant") } { FACT("applicant_agency") }
    Soļi:
    { ITEMS("steps") }
registration = { FACT("register") } { FACT("oid") } { FACT("pic") } OID izmanto kopš { FACT("oid_since", case: "genitive") }.
application-form = { FACT("form") } { FACT("form_reopen") } { FACT("form_budget") } Veidlapu un dokumentus meklējiet VIAA lapā: { FACT("viaa_documents") }
form-trouble = { FACT("form_trouble") }
change-application = { FACT("form_reopen") } Termiņš: { FACT("deadline") }.
form-budget = { FACT("form_budget") }
application-language = { FACT("application_language") }
annexes = Pieteikumam pievieno:
    { ITEMS("annexes") }
    Vai jāsūta oriģināli, manos avotos nav teikts; jautājiet to VIAA.
signature = Godavārda apliecinājumu paraksta pieteicēja likumiskais pārstāvis. { FACT("mandates") } { FACT("signature") }
