guide = The main document is the Erasmus+ Programme Guide 2020: { FACT("guide") }
    { ITEMS("guide_parts") }
    Pages in the Latvian edition:
    { ITEMS("guide_pages") }
    In part C:
    { ITEMS("guide_part_c") }
guide-page = The pages in the Latvian edition of the guide:
    { $lines }
guide-or-call = { FACT("guide_or_call") }
examples = Examples of projects and stories:
    • Erasmus+ Project Results Platform: { FACT("results_platform") }
    • stories on VIAA's page: { FACT("viaa_stories") }
website = On VIAA's website:
    • about strategic partnerships: { FACT("viaa_partnerships") }
    • documents of strategic partnerships: { FACT("viaa_documents") }
    • stories of projects: { FACT("viaa_stories") }
    The European Commission's annual work programmes: { FACT("annual_work_programmes") }
dissemination = { FACT("dissemination") } Results are published on the Erasmus+ Project Results Platform: { FACT("results_platform") }
