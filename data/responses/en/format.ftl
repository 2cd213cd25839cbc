### Numbers with their nouns, days, sources: what other sentences are built of.

unit-months = { $count ->
    [one] month
   *[other] months
}
    .genitive = { $count ->
        [one] month
       *[other] months
    }
    .dative = { $count ->
        [one] month
       *[other] months
    }
    .accusative = { $count ->
        [one] month
       *[other] months
    }
unit-days = { $count ->
    [one] day
   *[other] days
}
    .genitive = { $count ->
        [one] day
       *[other] days
    }
    .dative = { $count ->
        [one] day
       *[other] days
    }
    .accusative = { $count ->
        [one] day
       *[other] days
    }
unit-people = { $count ->
    [one] person
   *[other] people
}
    .genitive = { $count ->
        [one] person
       *[other] people
    }
    .dative = { $count ->
        [one] person
       *[other] people
    }
unit-participants = { $count ->
    [one] participant
   *[other] participants
}
    .dative = { $count ->
        [one] participant
       *[other] participants
    }
    .accusative = { $count ->
        [one] participant
       *[other] participants
    }
unit-organisations = { $count ->
    [one] organisation
   *[other] organisations
}
    .accusative = { $count ->
        [one] organisation
       *[other] organisations
    }
    .genitive = { $count ->
        [one] organisation
       *[other] organisations
    }
    .dative = { $count ->
        [one] organisation
       *[other] organisations
    }
unit-countries = { $count ->
    [one] country
   *[other] countries
}
    .accusative = { $count ->
        [one] country
       *[other] countries
    }
    .genitive = { $count ->
        [one] country
       *[other] countries
    }
    .dative = { $count ->
        [one] country
       *[other] countries
    }
unit-different-countries = { $count ->
    [one] Programme Country
   *[other] different Programme Countries
}
unit-meetings = { $count ->
    [one] meeting
   *[other] meetings
}
unit-events = { $count ->
    [one] event
   *[other] events
}
unit-points = { $count ->
    [one] point
   *[other] points
}
    .genitive = { $count ->
        [one] point
       *[other] points
    }
unit-parts = { $count ->
    [one] part
   *[other] parts
}
    .locative = { $count ->
        [one] part
       *[other] parts
    }
unit-kilometres = km
    .genitive = km
    .dative = km
    .accusative = km
unit-applications = { $count ->
    [one] application
   *[other] applications
}
    .accusative = { $count ->
        [one] application
       *[other] applications
    }
unit-priorities = { $count ->
    [one] priority
   *[other] priorities
}
    .accusative = { $count ->
        [one] priority
       *[other] priorities
    }
percent = { $number } %
worked-out-capped = { MONEY($amount) } (the ceiling; without it { MONEY($requested) } = { $steps })
claim-right = Yes, { MONEY($amount) } is right.
claim-wrong = No, { MONEY($amount) } is not right.
worked-out = { $steps ->
    [none] { MONEY($amount) }
   *[other] { MONEY($amount) } = { $steps }
}
# a country within a sentence, with its article
country-named = { $country ->
    [AE] the { COUNTRY($country) }
    [BS] the { COUNTRY($country) }
    [CF] the { COUNTRY($country) }
    [DO] the { COUNTRY($country) }
    [GB] the { COUNTRY($country) }
    [GM] the { COUNTRY($country) }
    [KM] the { COUNTRY($country) }
    [MH] the { COUNTRY($country) }
    [MV] the { COUNTRY($country) }
    [NL] the { COUNTRY($country) }
    [PH] the { COUNTRY($country) }
    [SB] the { COUNTRY($country) }
    [US] the { COUNTRY($country) }
   *[other] { COUNTRY($country) }
}

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
month-1 = { "" }
    .nominative = January
    .genitive = January
    .dative = January
    .locative = January
month-2 = { "" }
    .nominative = February
    .genitive = February
    .dative = February
    .locative = February
month-3 = { "" }
    .nominative = March
    .genitive = March
    .dative = March
    .locative = March
month-4 = { "" }
    .nominative = April
    .genitive = April
    .dative = April
    .locative = April
month-5 = { "" }
    .nominative = May
    .genitive = May
    .dative = May
    .locative = May
month-6 = { "" }
    .nominative = June
    .genitive = June
    .dative = June
    .locative = June
month-7 = { "" }
    .nominative = July
    .genitive = July
    .dative = July
    .locative = July
month-8 = { "" }
    .nominative = August
    .genitive = August
    .dative = August
    .locative = August
month-9 = { "" }
    .nominative = September
    .genitive = September
    .dative = September
    .locative = September
month-10 = { "" }
    .nominative = October
    .genitive = October
    .dative = October
    .locative = October
month-11 = { "" }
    .nominative = November
    .genitive = November
    .dative = November
    .locative = November
month-12 = { "" }
    .nominative = December
    .genitive = December
    .dative = December
    .locative = December
moment = { $day }, { $local } Riga time ({ $original } Brussels time)

sources = { $number ->
    [one] Source: { $list }.
   *[other] Sources: { $list }.
}
place-slide = slide { $slide } (“{ $heading }”)
place-page = p. { $page } ({ $edition } edition)
caution-recalled = Please check this in the guide.

field-name = { NAME("field", $field) }
staff-name = { NAME("staff", $staff) }
contact-line = { $fields ->
    [none] • { $person } (head of the unit): { $email }, phone { $phone }
   *[other] • { $person } ({ $fields }): { $email }, phone { $phone }
}
ask-officer = { $number ->
    [one] Officer at VIAA:
        { $lines }
   *[other] Officers at VIAA by field:
        { $lines }
}

## Times

time = { $hour }:{ $minute }
weekday-moment = { $weekday }, { DATE($day) }, at { $time }
weekday-monday = { "" }
    .on = on Monday
    .from = Monday
    .to = Monday
weekday-tuesday = { "" }
    .on = on Tuesday
    .from = Tuesday
    .to = Tuesday
weekday-wednesday = { "" }
    .on = on Wednesday
    .from = Wednesday
    .to = Wednesday
weekday-thursday = { "" }
    .on = on Thursday
    .from = Thursday
    .to = Thursday
weekday-friday = { "" }
    .on = on Friday
    .from = Friday
    .to = Friday
weekday-saturday = { "" }
    .on = on Saturday
    .from = Saturday
    .to = Saturday
weekday-sunday = { "" }
    .on = on Sunday
    .from = Sunday
    .to = Sunday
unit-minutes = { $count ->
    [one] minute
   *[other] minutes
}
