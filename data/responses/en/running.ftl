bank-account = { FACT("bank_account") }
supporting-documents = { FACT("supporting_documents") }
partner-payments = { FACT("partner_payments") }
partner-contract = { FACT("partner_contract") }
grant-agreement = { FACT("grant_agreement") }
partner-changes = { FACT("partner_changes") }
