### A project plan: what is found in it, what is wrong with its file, its budget and verdict on paper.

plan-error-country = “{ $given }” is not a country code; write two letters, such as LV, EE, FI
plan-error-number = must be a number without quotation marks
plan-error-cents = at most two decimals
plan-error-day = must be a day, such as 2020-09-01
plan-error-distance-twice = give either distance_km or from and to, not both
plan-error-distance-missing = the distance is missing: give distance_km or from and to
plan-error-event-empty = an event needs at least one participant
plan-error-coordinator-missing = there is no coordinator; give one partner role: coordinator
plan-error-coordinators = there is more than one coordinator; only one is possible
plan-error-not-a-map = a plan is made of keys and values, such as months: 24
plan-error-call-unknown = there is no call “{ $given }”; known: { $expected }
plan-error-missing = is missing; add it
plan-error-place-unclear = it is not clear which place “{ $given }” is; add the country or give the distance; known: { $candidates }
plan-error-place-unknown = the place “{ $given }” is not known; check its spelling or give the distance in kilometres (distance_km)
plan-error-place-country = the country after the comma is not known (“{ $given }”)
plan-error-unknown-key = { $meant ->
    [none] unknown key; remove it
   *[other] unknown key; perhaps { $meant } is meant
}
plan-error-whole-number = must be a whole number without quotation marks
plan-error-text = must be text
plan-error-truth = must be true or false
plan-error-list = must be a list
plan-error-map = must be keys and values
plan-error-at-least = must be at least { $limit }
plan-error-at-most = must be at most { $limit }
plan-error-one-of = must be one of: { $expected }
plan-error-too-many = too many entries; at most { $limit } are possible
plan-error-too-few = at least one entry is needed
plan-error-too-large = the file is larger than 1 MiB
plan-error-not-readable = “{ $given }” cannot be read ({ $reason })
plan-error-not-utf8 = the file is not UTF-8 text; save it as UTF-8
plan-error-not-yaml = { $line ->
    [none] this is not valid YAML or JSON
   *[other] this is not valid YAML or JSON (see line { $line })
}
plan-error-key-twice = { $given ->
    [none] the key occurs twice; remove one
   *[other] the key “{ $given }” occurs twice; remove one
}
plan-error-anchor = YAML anchors and aliases (& and *) are not used in a plan
plan-error-tag = YAML tags (!) are not used in a plan
plan-error-key = a key must be a word
plan-error-whole-file = plan

plan-error-value = this value is not possible
plan-error-same-file = that is the plan itself; name another file
plan-assumed = Assumed:
plan-title = Budget of the project
plan-category = Category
plan-line = { $category ->
    [travel] travel
    [individual_support] individual support
    [linguistic_support] linguistic support
   *[other] { NAME("category", $category) }
}
plan-requested = Costs, EUR
plan-amount = Grant, EUR
plan-steps = Calculation
plan-capped = cap { FACT($fact) }{ $fact ->
    [management_cap] { " " }a month
   *[other] { "" }
}
plan-total = Total
plan-months = Months
plan-rate-cell = A month, EUR
plan-ceiling = Ceiling of a project, EUR
plan-maximum = Largest possible grant ({ COUNT($months, unit: "months") })
plan-over-maximum = Above it, not paid
plan-recalled = Some of these rates and rules were not checked against the text of the guide; compare them with the guide before you apply.
plan-incomplete = The budget is not complete: some rates are not known to this assistant (see below).
plan-eligible = The plan meets the conditions of the call.
plan-not-eligible = The plan does not meet the conditions of the call.
plan-level = { $level ->
    [error] error
    [warning] warning
   *[note] note
}
plan-sources = Sources
plan-share = Share of the grant, %
plan-sheet-budget = Budget
plan-sheet-calculation = Calculation
plan-sheet-findings = Findings
plan-rules-of = Worked out by the rules known on { DATE($day) }.
plan-project = { NAME("field", $field) }; { NAME("type", $type) }; { COUNT($months, unit: "months") } from { DATE($start) }; { COUNT($partners, unit: "organisations") }
plan-distance = { $origin } ({ COUNTRY($origin_country) }) – { $target } ({ COUNTRY($target_country) }): { NUMBER($kilometres) } km
plan-distance-meeting = Transnational meeting: { MONEY($amount) } a participant
plan-distance-travel = Travel to a learning activity: { MONEY($amount) } a participant

guide-name = { $kind ->
    [field] { NAME("field", $id) }
    [type] { NAME("type", $id) }
    [staff] { NAME("staff", $id) }
    [priority] { NAME("priority", $id) }
    [activity] { NAME("activity", $id) }
   *[participant] { $id ->
        [learner] learners
       *[staff] staff
    }
}
guide-overwrite = { $name } already exists. Overwrite it?
guide-no-terminal = The questions need a terminal; a plan can also be written as a file by hand.
guide-field = Field
guide-type = Type of project
guide-start = First day (year-month-day)
guide-months = How many months?
guide-priorities = Priorities (space chooses, Enter goes on)
guide-partners = How many organisations take part, the applicant included?
guide-coordinator-country = Country of the applicant (two letters)
guide-partner-country = Country of the next partner (two letters)
guide-meeting-any = Will there be transnational meetings?
guide-meeting-more = Will there be other meetings?
guide-meeting-participants = How many people travel to one meeting?
guide-meeting-count = How many such meetings?
guide-distance = How many kilometres one way?
guide-work-any = Will there be intellectual outputs?
guide-work-more = Will anybody else work on outputs?
guide-work-country = Country of the organisation that does the work (two letters)
guide-work-staff = Staff category
guide-work-days = How many days?
guide-event-any = Will there be multiplier events?
guide-event-more = Will there be another multiplier event?
guide-event-country = Country in which it takes place (two letters)
guide-event-local = How many local participants?
guide-event-international = How many participants from other countries?
guide-activity-any = Will there be learning activities?
guide-activity-more = Will there be another learning activity?
guide-activity-kind = Kind of activity
guide-activity-country = Country to which they travel (two letters)
guide-activity-days = How many days, travel not counted?
guide-group-participant = Who takes part?
guide-group-participants = How many participants?
guide-group-accompanying = How many accompanying persons?
guide-exceptional-any = Will there be exceptional costs?
guide-exceptional-more = Will there be other exceptional costs?
guide-special-any = Will there be costs for special needs?
guide-special-more = Will there be other costs for special needs?
guide-amount = How many euros?
guide-saved = The plan is saved: { $name }
    partneris budget { $name }
    partneris check { $name }
