how-to-apply = { FACT("form") } { FACT("one_applicant") } { FACT("applicant_agency") }
    The steps:
    { ITEMS("steps") }
not-on-paper = No, there is no other way to submit the application than online.
registration-not-pic = No, a PIC is not enough: this call needs an OID.
registration-once = No, not again: an OID is obtained only once.
registration-of-partners = My sources do not say expressly whether each partner needs an OID as well; see part C of the guide, “How to submit an Erasmus+ application?”, or ask the officer of your field.
registration = { FACT("register") } { FACT("oid") } { FACT("pic") } The OID has been in use since { FACT("oid_since") }.
application-form = { FACT("form") } { FACT("form_reopen") } { FACT("form_budget") } Look for the form and the documents on VIAA's page: { FACT("viaa_documents") }
form-trouble = { FACT("form_trouble") }
change-application-rejected = My sources contain no rule against submitting an idea that was rejected in an earlier call; in this call it would be a new application.
change-application = { FACT("form_reopen") } My sources set no limit on how often. The deadline: { FACT("deadline") }.
form-budget = { FACT("form_budget") }
application-language = { FACT("application_language") }
annexes = To be attached to the application:
    { ITEMS("annexes") }
    My sources do not say whether originals must be sent; please ask VIAA.
signature = The declaration on honour is signed by the applicant's legal representative. { FACT("mandates") } { FACT("signature") }
how-to-apply-left = Before the deadline ({ FACT("deadline") }):
    • { FACT("register") }
    • choose at least { FACT("priorities_minimum") };
    • have the partners' mandates signed by both sides and the declaration on honour by the legal representative. { FACT("mandates") }
    • fill in the web form and submit it online.
