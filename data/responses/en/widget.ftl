### Sentences of the chat widget on web pages.

widget-title = Partneris
widget-open = Open the chat with Partneris
widget-open-unread = { $count ->
    [one] Open the chat with Partneris, { $count } unread message
   *[other] Open the chat with Partneris, { $count } unread messages
}
widget-close = Close the chat

## The head of the panel

widget-state-online = Online
widget-state-connecting = Connecting…
widget-state-reconnecting = Reconnecting…
widget-state-offline = Not connected
widget-languages = Language of the chat
widget-language-lv = Latvian
widget-language-en = English
widget-menu = More options
widget-menu-person = Speak with a person
widget-menu-download = Download the conversation
widget-menu-copy = Copy the conversation
widget-menu-new = Begin a new conversation
widget-menu-export = Get my data
widget-menu-erase = Delete my data
widget-menu-privacy = How we use your data
widget-person-question = I would like to speak with a person
widget-export-question = Send me my data
widget-erase-question = Delete my data

## A new conversation

widget-new-title = Begin a new conversation?
widget-new-text = The present conversation will no longer be shown in this browser. If you still need it, please download it first.
widget-new-yes = Begin anew
widget-new-no = Cancel

## Writing

widget-composer = Your question
widget-composer-hint = Write your question…
widget-send = Send
widget-characters-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
widget-characters-over = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
widget-too-long = { $longest ->
    [one] The question is too long: at most { $longest } character can be sent at once. Please shorten it or send it in parts.
   *[other] The question is too long: at most { $longest } characters can be sent at once. Please shorten it or send it in parts.
}
widget-data-note = { $days ->
    [one] We keep the conversation for { $days } day after its last message. Please do not write personal data in it.
   *[other] We keep the conversation for { $days } days after its last message. Please do not write personal data in it.
}

## The conversation

widget-log = Conversation
widget-from-you = You:
widget-from-bot = Partneris:
widget-from-officer = { $name } (VIAA)
widget-typing = Partneris is preparing an answer
widget-new-below = Go to the latest message
widget-buttons = Suggested questions
widget-button-count = { $count ->
    [one] { $count } reply to choose.
   *[other] { $count } replies to choose from.
}
widget-sources = { $count ->
    [one] Source
   *[other] Sources ({ $count })
}
widget-file = Download the file { $name }
widget-file-kind = { $kind } file
widget-size-bytes = { $size } B
widget-size-kilobytes = { $size } kB
widget-size-megabytes = { $size } MB
widget-new-tab = (opens in a new tab)

## Was it helpful?

widget-feedback-question = Was this helpful?
widget-feedback-yes = Yes, it was helpful
widget-feedback-no = No, it was not helpful
widget-feedback-word = { $helpful ->
    [yes] What helped? (Optional)
   *[no] What could be better? (Optional)
}
widget-feedback-send = Send feedback
widget-feedback-thanks = Thank you for your feedback!

## Messages that are on their way or have not arrived

widget-sending = Sending…
widget-waiting = Will be sent as soon as the connection is back
widget-retry = Try again
widget-edit = Edit
widget-unsent-rate = Too many messages in a short time.
widget-unsent-rate-wait = { $seconds ->
    [one] Too many messages in a short time. You can try again in { $seconds } second.
   *[other] Too many messages in a short time. You can try again in { $seconds } seconds.
}
widget-unsent-empty = There is no text in this message to answer.
widget-unsent-long = The message is too long. Please shorten it.
widget-unsent-invalid = This message could not be accepted.
widget-unsent-failed = Something went wrong, and there is no answer. Please try again.
widget-unsent-timeout = Could not be sent.
widget-feedback-failed = Your feedback could not be saved. Please try again.

## The connection

widget-reconnecting = The connection was lost, we are trying to restore it. You can go on writing: it will be sent as soon as the connection is back.
widget-back = The connection is back.
widget-unreachable-title = Partneris can't be reached at the moment
widget-unreachable-text = Please check your internet connection and try again in a moment.
widget-busy-title = Too many connections
widget-busy-text = There are too many connections from this address at the moment. Please try again in a moment.
widget-foreign-title = Partneris is not available on this page
widget-foreign-text = This website is not among those on which Partneris may answer. For its web master: add { $origin } to the websites allowed by the Partneris server.

## The conversation as text

widget-transcript-name = conversation-with-partneris
widget-transcript-title = Conversation with Partneris
widget-transcript-you = You
widget-transcript-bot = Partneris
widget-transcript-file = File: { $name }
widget-downloaded = The conversation has been downloaded.
widget-copied = The conversation has been copied.
widget-copy-failed = Copying did not work. You can download the conversation instead.
widget-started-anew = A new conversation has begun.
widget-erased = The conversation is deleted. A new one has begun.
