bank-account = { FACT("bank_account") }
supporting-documents = { FACT("supporting_documents") } Cik ilgi tie jāglabā, arī nav teikts.
partner-payments = { FACT("partner_payments") }
partner-contract = { FACT("partner_contract") }
grant-agreement = { FACT("grant_agreement") }
partner-changes = { FACT("partner_changes") }
legal = Juridiskus padomus es nedodu: kā risināt strīdu ar partneri, manos avotos nekas nav teikts, un zinu tikai par 2020. gada konkursu. Skatieties līgumā, ko esat noslēguši ar partneri, un vaicājiet aģentūrai vai juristam.
volunteers = Vai no dotācijas drīkst maksāt brīvprātīgajiem, manos avotos nav teikts.
