guide = Galvenais dokuments ir Erasmus+ programmas vadlīnijas 2020. gadam: { FACT("guide") }
    { ITEMS("guide_parts") }
    Lappuses latviešu versijā:
    { ITEMS("guide_pages") }
    C daļā:
    { ITEMS("guide_part_c") }
guide-page = Vadlīniju latviešu versijā lappuses ir šādas:
    { $lines }
guide-or-call = { FACT("guide_or_call") }
examples = Projektu piemēri un pieredzes stāsti:
    • Erasmus+ projektu rezultātu platforma: { FACT("results_platform") }
    • pieredzes stāsti VIAA lapā: { FACT("viaa_stories") }
website = VIAA mājaslapā:
    • par stratēģiskajām partnerībām: { FACT("viaa_partnerships") }
    • stratēģisko partnerību dokumenti: { FACT("viaa_documents") }
    • projektu pieredzes stāsti: { FACT("viaa_stories") }
    Eiropas Komisijas gada darba programmas: { FACT("annual_work_programmes") }
dissemination = { FACT("dissemination") } Rezultātus publicē Erasmus+ projektu rezultātu platformā: { FACT("results_platform") }
