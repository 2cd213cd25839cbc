# A conversation with a person: what Partneris says when one is looked for, found or no longer needed.
notice-claimed = { $officer } (VIAA) is answering you now. While a person has the conversation, I stay silent.
notice-taken-over = { $officer } (VIAA) is taking over the conversation.
notice-passed-to-officer = { $officer } (VIAA) will go on with the conversation.
notice-passed-to-field = I am passing your question to the colleagues for { NAME("field", $field) }. While you wait, I, Partneris, answer.
notice-abandoned = The officer of VIAA is no longer at the desk. Your question is back in the queue; while you wait, I, Partneris, answer.
notice-ended = { $reason ->
    [no_reply] We have not heard from you for a while, so { $officer } has closed the conversation. From here I, Partneris, answer again; if you need a person once more, just say so.
    [by_email] { $officer } will answer you by e-mail or telephone. Here I, Partneris, answer again.
   *[other] The conversation with a person ({ $officer }) has ended. From here I, Partneris, answer again.
}

handover-field = I will connect you with an officer of VIAA. Which field is your project in?
handover-any-field = I don't know yet
handover-there = { $number ->
    [one] { $names } (VIAA) is at the desk now.
   *[other] At the desk now: { $names } (VIAA).
}
handover-nobody-now = { $field ->
    [none] No officer of VIAA is at the desk just now.
   *[other] No officer of VIAA for { NAME("field", $field) } is at the desk just now.
}
handover-closed = { $holiday ->
    [none] { $opens ->
        [none] The officers of VIAA do not answer online just now.
       *[other] The officers of VIAA do not answer online just now; they will be back { $opens }.
    }
   *[other] { $opens ->
        [none] Today is a holiday ({ $holiday }); the officers of VIAA do not answer.
       *[other] Today is a holiday ({ $holiday }); the officers of VIAA will be back { $opens }.
    }
}
handover-requested = Your conversation has been passed on. You will see the answer here; while you wait, you can ask me.
handover-place = { $ahead ->
    [0] You are next in the queue.
    [one] { $ahead } person is waiting before you.
   *[other] { $ahead } people are waiting before you.
}
handover-minutes = The wait is usually about { COUNT($minutes, unit: "minutes") }.
handover-leave-contact = You can leave a message: write your e-mail or telephone number and your question here, and an officer will contact you. If you would rather not, write "no".
handover-or-write = You can also write or call:
    { $lines }
handover-contact-again = I have noted that. So that an officer can answer, please also write your e-mail or telephone number. If you would rather not, write "no".
handover-left = Thank you! I have passed the message to VIAA; the answer will come to { $contact }. The officer will see this conversation, too.
handover-left-already = Your message to VIAA has been left already; an officer will contact you: { $contact }. If that is wrong, write the right e-mail or telephone number.
handover-held = { $officer } (VIAA) is answering you already.
handover-cancelled = All right, I have cancelled the request for a person. Just ask me.
handover-dropped = All right. Just ask me.
handover-offer = If you like, I can connect you with an officer of VIAA.
handover-hours = { $number ->
    [one] The officers of VIAA answer online { $lines }.
   *[other] The officers of VIAA answer online:
        { $lines }
}
handover-hours-line = { $range ->
    [yes] from { $first } to { $last }, { $opens }–{ $closes }
   *[no] { $days }, { $opens }–{ $closes }
}
