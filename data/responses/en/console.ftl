### The console: the pages on which the agency's officers see who waits, and answer.

console-title = Partneris
console-skip = Skip to content
console-places = Pages of the console
console-place-queue = Queue
console-place-report = Report
console-moment = { $day ->
   *[any] { DATE($day) }, { $time }
}

## Coming in

console-sign-in = Sign in to the console
console-sign-in-more = For VIAA's officers, who answer people that Partneris sends to them.
console-email = E-mail address
console-password = Password
console-enter = Sign in
console-leave = Sign out
console-sign-in-wrong = The e-mail address or the password is wrong.
console-sign-in-too-many = Too many attempts. Please try again in five minutes.
console-sign-in-stale = The page was open for too long. Please try again.

## The head of the pages

console-here = I am here
console-here-more = Switch it off when you step away: people who ask are then kindly told that nobody is there.
console-sound-on = Sound on
console-sound-off = Sound off
console-news-label = new
console-lost = No connection to the server. Your draft is kept; we are trying to reconnect.
console-back = The connection is back.
console-failed = That did not work. Your draft is kept; please try again.

## The queue

console-filter = Field
console-all-fields = All fields
console-no-field = no field
console-group-mine = My conversations
console-group-waiting = Waiting for an answer
console-group-elsewhere = Waiting for other fields' officers
console-group-others = With colleagues
console-empty-mine = You have no conversation now.
console-empty-waiting = Nobody is waiting.
console-waited = { $days ->
    [0] { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
   *[other] { COUNT($days, unit: "days") }
}
console-unread = New message
console-writer-person = Person:
console-writer-bot = Partneris:
console-writer-officer = Officer:
console-contact-left = address left
console-held-by = with { $officer }
console-left = console closed, you may take it over
console-number = no. { $number }
console-topic-of = “{ $question }”
console-channel = { $channel ->
    [website] website
    [telegram] Telegram
    [slack] Slack
    [rest] REST
   *[other] { $channel }
}
console-reason = { $reason ->
    [asked] asked for a person
    [misunderstood] not understood
    [anger] is dissatisfied
    [distress] is in distress
    [staff_only] a question for staff
   *[other] { $reason }
}
console-announce = { $state ->
    [requested] Somebody new is waiting: { $field ->
        [none] field not known
       *[other] { NAME("field", $field) }
    }.
    [contact_left] A new message with an address: { $field ->
        [none] field not known
       *[other] { NAME("field", $field) }
    }.
   *[other] A new message in your conversation: { $field ->
        [none] field not known
       *[other] { NAME("field", $field) }
    }.
}

## A conversation

console-conversation = Conversation no. { $number }
console-said = What was said
console-nothing-said = Nothing was said in this conversation yet, or the time for which it is kept is over.
console-from-user = Person
console-from-bot = Partneris
console-from-officer = Officer
console-from-notice = Notice
console-sources = { $number ->
    [one] Source
   *[other] Sources ({ $number })
}
console-judged = { $helpful ->
    [yes] The answer was helpful.
   *[no] The answer was not helpful.
}
console-late = { $number ->
    [one] { $number } message to the person has not been delivered yet; we keep trying.
   *[other] { $number } messages to the person have not been delivered yet; we keep trying.
}
console-mode = { $mode ->
    [ended] The conversation has ended: { $reason ->
        [solved] solved
        [back_to_bot] handed back to Partneris
        [no_reply] the person no longer writes
        [by_email] answered in another way
        [other_body] another body's matter
        [not_ours] not our matter
       *[other] the person cancelled
    }.
    [gone] The conversation is with { $officer }, whose console is closed; you may take it over.
    [others] To read only: the conversation is with { $officer }.
   *[elsewhere] To read only: the conversation waits for another field's officers.
}

## What an officer can do

console-claim = Take
console-take-over = Take over
console-return = Hand back to Partneris
console-pass = Pass on
console-pass-to = To whom?
console-pass-now = Pass the conversation on
console-queue-of = Queue: { NAME("field", $field) }
console-present = { $state ->
    [here] here
    [away] away
   *[gone] not here
}
console-there-now = { $number ->
    [0] nobody is here
   *[other] here: { $names }
}
console-close = Close
console-close-why = Why close the conversation?
console-close-now = Close the conversation
console-end = { $reason ->
    [solved] Solved
    [no_reply] The person no longer writes
    [by_email] Answered by e-mail or telephone
    [other_body] Another body's matter
    [not_ours] Not our matter
    [back_to_bot] Handed back to Partneris
   *[other] The person cancelled
}
console-done-passed = The conversation was passed on.
console-done-returned = The conversation was handed back to Partneris.
console-done-closed = The conversation was closed.
console-answer = Your answer
console-answer-hint = Ctrl+Enter sends it, too.
console-not-live = This channel cannot deliver an answer later: write to the address that was left, if there is one.
console-send = Send
console-suggestions = Suggested answers
console-use = Use it
console-no-taken = { $state ->
    [ended] This conversation has ended already.
    [requested] This conversation waits in the queue again.
    [contact_left] This conversation waits in the queue again.
   *[other] A colleague was faster: the conversation is now with { $officer }.
}
console-no-not-yours = This conversation is for another field's officers; you may read it.
console-no-empty = Please write an answer.
console-no-too-long = { $longest ->
    [one] The answer is too long: { $longest } character at most.
   *[other] The answer is too long: { $longest } characters at most.
}
console-no-nobody = The colleague is not here now. Please choose somebody else or a field's queue.
console-no-no-reason = Please choose a reason.

## What Partneris found out

console-known = What Partneris found out
console-field = Field
console-unknown = not known
console-language = Language
console-language-lv = Latvian
console-language-en = English
console-channel-name = Channel
console-why = Reason
console-topic = Topic
console-contact = Contact details
console-plan = Project plan
console-last-sources = Sources of the last answers
console-steps = Events
console-step-requested = a person was asked for
console-step-contact-left = an address was left
console-step-claimed = { $officer } takes the conversation
console-step-taken-over = { $officer } takes it over from a colleague
console-step-answered = { $officer } answers
console-step-passed-to-officer = { $officer } passes it on to { $to }
console-step-passed-to-field = { $officer } passes it on to the queue: { NAME("field", $to) }
console-step-abandoned = the officer's console was closed for long; back in the queue
console-step-ended = { $officer ->
    [none] { $end }
   *[other] { $end } ({ $officer })
}
