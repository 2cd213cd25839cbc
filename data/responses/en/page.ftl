### The page that shows Partneris on the web.

page-title = Erasmus+ KA2 assistant
page-heading = Your Erasmus+ partnership project, question by question
page-lead = Partneris answers questions about Erasmus+ KA2 strategic partnerships (KA201–KA204, call 2020) in Latvian and English, works out budgets and names the source of each answer.
page-start = Start a conversation
page-skip = Skip to the content
page-languages = Language
page-other-language = Latviski
page-not-official = Partneris is a program and can be wrong: what counts is the Programme Guide and what the agency says.
page-open = The call is open.
page-closed = The call is closed; the answers still say what its rules were.

page-can = What Partneris can do
page-can-more = Choose a question or write your own, in everyday words.
page-group-rules = Dates and rules
page-group-priorities = Priorities and project types
page-group-money = Grant and costs
page-group-people = People and contacts

page-budget = From an idea to a budget
page-budget-more = Tell Partneris about your project in any order: it notes what you say, asks for what is missing, works out every budget category and hands over a spreadsheet with formulas or a PDF.
page-example-plan = We plan a school project of 24 months with 4 partners from Latvia, Estonia and Finland. What budget could we have?
page-example-travel = How much is paid for travel if 5 people go from Rīga to Lisbon?
page-example-check = Can two organisations apply together?

page-sources = Where the answers come from
page-sources-more = Each answer names its document and place. If the answer is not in them, Partneris says that it does not know.

page-embed = Put it on your website
page-embed-more = One line of HTML is enough. The administrator of this server must first add your website to the list of those allowed.
page-embed-label = Code to put on a page
page-copy = Copy the code
page-copied = Copied.
page-not-copied = Copying did not work; please select the code and copy it yourself.
page-attributes = Attributes of the tag
page-attribute = Attribute
page-values = Values
page-meaning = What it sets
page-attribute-language = Language at the start; auto follows the page and the browser
page-attribute-theme = Light or dark; auto follows the device
page-attribute-accent = Colour of buttons and links
page-attribute-position = Corner where the button appears
page-attribute-open = Whether the conversation is open from the start
page-attribute-title = Heading of the conversation
page-attribute-greeting = First words of Partneris
page-attribute-privacy-url = Your own page about the use of data
page-attribute-server = Address of Partneris, if the script is hosted elsewhere

page-privacy = How we use your data
page-privacy-stored = What is stored
page-privacy-stored-text = Your messages, the answers, when they were sent, and whether you found an answer helpful, with your remark on it. If you ask for a person and leave your e-mail or telephone number so that they can answer, these too. If you book a consultation, its time and subject, with your name and contact details if you add them. Otherwise your name and e-mail address are not asked for; your network address is only kept in working memory to limit misuse and never stored with the conversation.
page-privacy-why = What for
page-privacy-why-text = To continue the conversation after a reload or a lost connection, and to learn which questions are not answered well.
page-privacy-how-long = How long
page-privacy-how-long-text = A conversation is deleted { COUNT($days, unit: "days") } after its last message; a request for a person, with the e-mail or telephone number you left, as long after it was closed; a booked consultation as long after it took place. After that only the time, channel, language, topic and outcome of a message remain, your remark on an answer, and the text of questions that Partneris did not understand or whose answer did not help; names, addresses and numbers that the program recognises in them are taken out. These, too, are deleted { COUNT($report, unit: "days") } after the message.
page-privacy-who = Who sees it
page-privacy-who-text = If you ask for a person, the officers of VIAA who answer you. A booked consultation is seen by the officers of VIAA. Also those who run this server, and the website on which you write: the key is kept in your browser among that website's data. Nobody else can read the conversation without the key.
page-privacy-device = What is kept in your browser
page-privacy-device-text = A key to your conversation, the language, the text that you have not sent yet, and whether the window is open. There are no cookies. “Begin a new conversation” in the menu only deletes the key; “Delete my data” deletes the conversation on the server, too.
page-privacy-rights = Getting or deleting your data
page-privacy-rights-text = Write “Send me my data” in the chat, and you get a file with all that is kept of this conversation. Write “Delete my data”, and after your “yes” all that belongs to this conversation is deleted: messages, the request for a person, the booked consultation; only figures stay in the report, which no longer lead back to you. Both are in the chat window's menu, too. If you can no longer open the conversation, write to VIAA.
page-privacy-third = Third parties
page-privacy-third-text = None for the chat window: it loads nothing from other servers and sends nothing to them.
page-privacy-messengers = Slack and Telegram
page-privacy-messengers-text = If you write to Partneris there, messages and answers pass through the servers of Slack or Telegram and are stored there, too, by the terms of these services. With us the conversation is stored under the number of the channel or chat, without your name. What you write in a channel or group, and the answers, can be seen by everybody in it.
page-privacy-please = Please
page-privacy-please-text = Do not write national ID numbers, health data or other sensitive information; no answer needs them.

page-missing = There is no such page
page-missing-home = To the start page
