# A person's own data: deleted and handed over on request.
data-delete = I can delete this whole conversation: your messages, the answers, the project plan, the e-mail address or telephone number that you left. It cannot be brought back.
data-delete-ticket = { $state ->
    [held] { $officer } (VIAA) is answering you now. With the deletion this talk ends, and the officer no longer sees it.
    [contact_left] You left your contact details for an answer. They will be deleted, and the officers of VIAA will no longer write to you.
   *[requested] You are waiting for an officer of VIAA. With the deletion your request for a person ends.
}
data-delete-booking = I shall cancel your consultation, too: { $booking }.
data-delete-report = Only figures stay in the report, such as the time and topic of a message, without its text and without anything that tells of which conversation they are.
data-delete-messenger = { $channel ->
    [slack] I cannot delete the messages that you see in Slack; you or those who run your workspace can.
   *[telegram] I cannot delete the messages that you see in Telegram; you can, by deleting the chat in your app.
}
data-delete-sure = Shall I really delete it?
data-button-delete = Yes, delete everything
data-button-keep = No, keep it
data-deleted = I am now deleting this whole conversation and all that belongs to it. If you write anything more, a new conversation begins.
data-deleted-booking = Your consultation is cancelled: { $booking }. Please take it out of your calendar yourself.
data-kept = All right, I delete nothing.
data-export = The file { $name } holds all that is kept of this conversation: messages with their times, the project plan, requests for a person, booked consultations, contact details that you left, and what the report knows of the messages.
data-kept-for = We keep a conversation for { COUNT($days, unit: "days") } after its last message, a request for a person as long after it was closed, a booking as long after the consultation. In the report the time, channel, language, topic and outcome of a message, and the text of unanswered questions without names and numbers, stay for { COUNT($report, unit: "days") }.
