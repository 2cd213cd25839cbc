greet = Hello! I am Partneris and I help people who prepare an application for Erasmus+ KA2 strategic partnerships (call 2020). Ask me about deadlines, priorities, partners, costs or contacts.
goodbye = Good luck with your project! Goodbye!
thank = You are welcome! If you have another question, just write.
affirm = All right. What else can I tell you about?
deny = I see. Please try to say it in other words, or ask a person.
writing = I do not write the application or other texts for you. I can tell you about the rules, the priorities and the award criteria, work out the budget and check your plan.
what-can-you-do = I answer questions about Erasmus+ KA2 strategic partnerships (KA201–KA204, call 2020):
    • deadlines and how to apply
    • priorities and types of project
    • partners and countries
    • the grant, costs and small sums (for example “travel for 4 people, 1200 km”)
    • whom to contact
    You can write in Latvian or English.
who-are-you = I am Partneris, a program, not a person. My answers rest on VIAA's presentation and other sources about the 2020 call of Erasmus+ KA2 strategic partnerships, and each answer names its source.
language-changed = All right, let's continue in English:
change-language = All right, let's continue in English. What would you like to know?
nothing-yet = I have not answered anything yet. What would you like to know?
about-sources = My answers rest on VIAA's presentation, the Erasmus+ Programme Guide and explanations by the agencies; the source stands at the end of each answer.
last-source = { $number ->
    [0] The last answer does not rest on a document.
   *[other] The last answer rests on:
        { $lines }
}
field-noted = All right, let's talk about { NAME("field", $field) }. What would you like to know?
topic-missing = I did not understand what this is about. What would you like to know?
ask-back = { $number ->
    [one] I am not sure that I understood. Are you asking about this?
   *[other] I am not sure that I understood. Are you asking about one of these?
}
not-understood = I can't answer that with certainty; please ask VIAA.
out-of-scope = I can't help with that: I only know about the 2020 call of Erasmus+ KA2 strategic partnerships (KA201–KA204).
other-language = I understand Latvian and English. Please write in one of them.
    Es saprotu latviešu un angļu valodu. Lūdzu, rakstiet kādā no tām.
distress = I am very sorry that it is so hard for you. If you think of not wanting to live, or are in danger, please call 112 at once or talk to somebody close to you: you do not have to manage alone.
    The application can wait a moment; a person will help you with it.
grief = I am so sorry for your loss.
    If the application cannot wait, the officer of your field can help.
insult = I am sorry if something went wrong. You can talk to a person.
failure = I am sorry, I could not answer that. Please try again or in other words.
why-rule = The rules of the call say so:
grief-deadline = I know of no extension for a single applicant: the deadline is { FACT("deadline") }.
