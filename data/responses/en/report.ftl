### The report: what can be learned from the conversations.

report-title = What the conversations show
report-period = { $first ->
    [none] { $last ->
        [none] All conversations
       *[other] Until { DATE($last, case: "dative") }
    }
   *[other] { $last ->
        [none] From { DATE($first, case: "genitive") }
       *[other] From { DATE($first, case: "genitive") } to { DATE($last, case: "dative") }
    }
}
report-made = Made on { DATE($day, case: "locative") }.
report-nothing = There are no conversations in this period.
report-number = Number
report-share = Share

## Summary

report-summary = Summary
report-conversations = Conversations
report-messages = Messages
report-helpful = Answer was helpful
report-not-helpful = Answer was not helpful
report-requests = Requests for a person

## Messages

report-states = What became of the messages
report-became = Outcome
report-state = { $state ->
    [answered] Answered
    [asked_back] Partneris asked what was meant
    [refused] Refused: not about this call
    [not_understood] Not understood
    [small_talk] No question (greeting, thanks, choice)
   *[with_officer] With an officer
}
report-topics = What people asked about
report-topic = Topic
report-refused = What was refused
report-about = About
report-languages = Languages
report-language = { $language ->
    [lv] Latvian
    [en] English
   *[other] another
}
report-language-name = Language
report-channels = Channels
report-channel = Channel
report-hours = Messages by hour
report-hour = Hour of the day

report-picture = Chart: { $name ->
    [states] what became of the messages
    [topics] what people asked about
   *[hours] messages by hour
}. The table has the same numbers.

## Feedback

report-unhelpful = Answers that did not help
report-day = Day
report-message = Message
report-word = What the person added

## Conversations with officers

report-tickets = Requests for a person
report-contact-left = Contact details left
report-booked = Consultations booked
report-cancelled = Consultations cancelled
report-why = Reason
report-reasons = Why a person was wanted
report-ends = How it ended
report-open = Not ended yet
report-waits = How long people waited
report-who = Who
report-everybody = Everybody
report-claim-median = Until taken: half within
report-claim-p95 = Until taken: 95 % within
report-answer-median = Until answered: half within
report-answer-p95 = Until answered: 95 % within
report-wait = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}

## What was not understood

report-groups = What was not understood
report-groups-more = Messages that are alike are in one group; the first is the one most like the others. Marks such as <EMAIL> stand in place of names, addresses and numbers of people.
report-no-groups = Everything was understood.
report-group = Group
report-others = { $number ->
    [one] { $number } more message like it
   *[other] { $number } more messages like it
}
report-nearest = Nearest topic
report-command = To add it to the training data

## The console's page

report-from = From
report-to = To
report-show = Show
report-download = Download
report-csv-messages = All messages (CSV)
report-csv-questions = Messages not understood (CSV)
report-add = Add to the training data
report-add-more = The messages are written into a file that somebody reviews. Partneris does not learn from them until the reviewer has moved them.
report-intent = What the person asks
report-choose = Please choose
report-add-now = Write
report-added = { $number ->
    [one] { $number } message has been written into { $file }.
   *[other] { $number } messages have been written into { $file }.
}
report-left-out = { $number ->
    [one] { $number } message was left out: it, or nearly the same, is in the training or evaluation data already.
   *[other] { $number } messages were left out: they, or nearly the same, are in the training or evaluation data already.
}
report-no-intent = Please choose what the person asks.
report-no-group = This group is there no longer: new messages have come in. Please look at the groups again.
report-all-known = Nothing was written: all these messages, or nearly the same, are in the training or evaluation data already.
report-bad-day = Please write a day like this: { $example }.
report-heads-only = Only heads of unit see the report.

## What messages without a button of their own ask

report-intent-out-of-scope = not about Erasmus+ KA2 Strategic Partnerships
report-intent-near-miss-school-exchange = School Exchange Partnerships
report-intent-near-miss-mobility = mobility projects
report-intent-near-miss-extra-call = another call
report-intent-near-miss-youth = the field of youth
report-intent-near-miss-central = centralised calls
report-intent-near-miss-other-programme = another programme
report-intent-near-miss-other-year = another year
report-intent-near-miss-own-application = their own application
report-intent-ask-plan-budget = project plan and budget
report-intent-describe-project = describes a project
report-intent-inform = adds to the question before
report-intent-insult = is angry
report-intent-distress = is in distress
report-intent-greet = greets
report-intent-thank = says thanks
report-intent-goodbye = says goodbye
report-intent-affirm = agrees
report-intent-deny = declines
