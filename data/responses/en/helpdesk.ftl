# A conversation with a person: what Partneris says when one is looked for, found or no longer needed.
notice-claimed = { $officer } (VIAA) is answering you now. While a person has the conversation, I stay silent.
notice-taken-over = { $officer } (VIAA) is taking over the conversation.
notice-passed-to-officer = { $officer } (VIAA) will go on with the conversation.
notice-passed-to-field = I am passing your question to the colleagues for { NAME("field", $field) }. While you wait, I, Partneris, answer.
notice-ended = { $reason ->
    [no_reply] We have not heard from you for a while, so { $officer } has closed the conversation. If you need a person again, just say so.
    [by_email] { $officer } will answer you by e-mail or telephone. Here I, Partneris, answer again.
   *[other] The conversation with a person ({ $officer }) has ended. From here I, Partneris, answer again.
}
