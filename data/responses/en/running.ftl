bank-account = { FACT("bank_account") }
supporting-documents = { FACT("supporting_documents") } Nor do they say how long they must be kept.
partner-payments = { FACT("partner_payments") }
partner-contract = { FACT("partner_contract") }
grant-agreement = { FACT("grant_agreement") }
partner-changes = { FACT("partner_changes") }
legal = I give no legal advice: my sources say nothing about how to settle a dispute with a partner, and I know only about the 2020 call. Please look in your contract with the partner, and turn to the agency or a lawyer.
volunteers = My sources do not say whether volunteers may be paid from the grant.
