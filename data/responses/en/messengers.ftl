### Sentences of Slack and Telegram.

# What a human says begins with this line.
messenger-officer = { $name } (VIAA)

## What commands say in the person's place

messenger-hello = Hello!
messenger-speak = Please speak English

## What Partneris says about messages that it does not answer

messenger-language = Which language would you like to speak?
messenger-only-text = { $kind ->
    [photo] I am sorry, I can't look at pictures. Please write your question.
    [video] I am sorry, I can't watch videos. Please write your question.
    [voice] I am sorry, I can't listen to voice messages. Please write your question.
    [sticker] I am sorry, I don't understand stickers. If you have a question, please write it.
    [document] I am sorry, I can't read files. Please write your question.
    [contact] I don't need contact details and do not keep them. If you have a question, please write it.
    [location] I don't need your location and do not keep it. If you have a question, please write it.
    [edited] I don't read edited messages again. If you want to change something, please write a new message.
   *[other] I am sorry, I can't read messages of this kind. Please write your question.
}
messenger-not-shown = { $kind ->
    [photo] The VIAA officer cannot see pictures here.
    [video] The VIAA officer cannot see videos here.
    [voice] The VIAA officer cannot listen to voice messages here.
    [document] The VIAA officer cannot open files here.
   *[other] The VIAA officer cannot see this message here.
} Please put it into words, or ask for the e-mail address to send it to.

## What the officer who has the conversation is told in its place

messenger-sent = { $kind ->
    [photo] (A picture was sent, which cannot be shown here.)
    [video] (A video was sent, which cannot be shown here.)
    [voice] (A voice message was sent, which cannot be played here.)
    [document] (A file was sent, which cannot be opened here.)
   *[other] (A message was sent, which cannot be shown here.)
}

## Limits

messenger-long = { $longest ->
    [one] The message is too long: I can read { NUMBER($longest) } character at once. Please shorten it or split it.
   *[other] The message is too long: I can read up to { NUMBER($longest) } characters at once. Please shorten it or split it.
}
messenger-rate = { $seconds ->
    [one] Too many messages in a short time, so I don't answer the last one. Please write again in { $seconds } second.
   *[other] Too many messages in a short time, so I don't answer the last one. Please write again in { $seconds } seconds.
}
