consortium = You need at least { FACT("consortium_organisations") } from { FACT("consortium_countries", unit: "different-countries") }. { FACT("one_applicant") }
consortium-too-few-partners = No, that is too few organisations.
consortium-too-few-countries = No, you need organisations from more Programme Countries.
consortium-enough-partners = Yes, the number of organisations is enough if they come from enough countries.
consortium-enough-countries = Yes, the number of countries is enough.
consortium-other-action = What may fit two schools: { $explanation }
consortium-same-country = Two or more organisations may be from the same country, as long as the whole partnership reaches this minimum:
consortium-not-later = No, the partners must be there when you apply: without this minimum an application is not eligible. { FACT("mandates") }
consortium-fits = Yes, the number of organisations and countries is enough.
consortium-fits-with-own = Yes, if your own organisation comes on top of these and is from another Programme Country, for example { country-named }; without it, no.
consortium-counted = These count towards the required minimum: { $names }.
consortium-not-counted = { country-named } is not a Programme Country, so its organisations do not count towards the required minimum.
consortium-added-value = { FACT("partner_country_added_value") }
case-fits = Yes, that is enough: { COUNT($organisations, unit: "organisations") } from { COUNT($countries, unit: "countries") } ({ $names }).
case-refused = No, that is not enough: { COUNT($organisations, unit: "organisations") } from { COUNT($countries, unit: "countries") } ({ $names }).
case-open = That can't be told yet: { $names } are known, but not all of the { COUNT($organisations, unit: "organisations") }.
case-count = { COUNT($organisations, unit: "organisations") } from { COUNT($countries, unit: "countries") } ({ $names }).
case-count-fits = That is enough.
case-count-refused = That is not enough.
case-count-open = Whether that is enough depends on where the other organisations are.
case-all-count = All of these are Programme Countries.
case-counted = Towards the required minimum count { COUNT($organisations, unit: "organisations") } from { COUNT($countries, unit: "countries") }{ $names ->
    [none] .
   *[other] {" "}({ $names }).
}
case-missing = { $missing ->
    [1] At least one more organisation from another Programme Country is missing.
   *[other] At least { COUNT($missing, unit: "organisations") } from other Programme Countries are missing, each from a different one.
}
case-unplaced = I do not know in which country { COUNT($number, unit: "organisations") } would be.
case-own = Your own organisation is counted in ({ COUNTRY($country) }).
case-no-obstacle = That is no obstacle in itself: an organisation from a Partner Country may be a partner, on the terms below.
case-with-own = Together with your own organisation: { COUNT($organisations, unit: "organisations") } from { COUNT($countries, unit: "countries") } ({ $names }).
case-associated = Associated partners{ $names ->
    [none] {""}
   *[other] {" "}({ $names })
} do not count and get no funding.
case-waiting = { $enough ->
    [one] It would be enough if one of those that have not agreed yet joined ({ $names }).
    [all] It would be enough if all of those that have not agreed yet joined ({ $names }).
   *[no] Those that have not agreed yet ({ $names }) are not counted.
}
largest-consortium = { FACT("consortium_maximum") }
countries = Programme Countries ({ NUMBER($number) }): { $names }. Organisations from other countries may only be partners, and must bring essential added value to the project.
country-programme-country = { $asked ->
    [forbidden] No, that is not so: { country-named } is a Programme Country, and its organisations may take part.
   *[allowed] Yes, { country-named } is a Programme Country.
}
country-partner-country = { country-named } is not a Programme Country.
country-partner-rules = { FACT("partner_countries") } { FACT("partner_country_added_value") }
partner-country-role = { FACT("partner_countries") } { FACT("partner_country_added_value") }
associated-not-counted = No, associated partners do not count towards the required minimum.
associated-partners = { FACT("associated_partners") }
applicant-any-of-them = You choose that yourselves: any one of the organisations that are established in a Programme Country may be the applicant, at the agency of its own country.
applicant-own-agency = No, the application goes to the agency of the country where the applicant is established, not to another country’s.
applicant-only = No, only the applicant applies, on behalf of the whole partnership and to the agency of its own country; the partners do not apply separately.
other-agency = I only know about the Latvian agency, VIAA: how the agency of another country works, what money it has and who works there my sources do not say. Please ask that agency.
applicant-home = Yes, an organisation from Latvia may be the applicant; it applies to VIAA.
applicant-programme = Yes, { country-named } is a Programme Country: an organisation established there may be the applicant, at the agency of its own country.
applicant-outside = No, { country-named } is not a Programme Country: an organisation from there may only be a partner, never the applicant.
applicant = { FACT("participants_rule") } { FACT("informal_groups") } { FACT("applicant") } { FACT("one_applicant") } { FACT("applicant_agency") } { FACT("other_countries_role") }
who-can-participate = { FACT("participants_rule") } For example:
    { ITEMS("participants") }
    { FACT("informal_groups") } My sources mention no other requirements, for example as to an organisation's age or profile.
who-kind = { $kind ->
    [schools] schools
    [preschools] preschools
    [vet_providers] VET providers
    [universities] universities
    [colleges] colleges
    [adult_centres] adult education centres
    [education_centres] education centres
    [companies] companies
    [ministries] ministries
    [municipalities] municipalities
    [authorities] public authorities
    [ngos] associations and other non-governmental organisations
    [foundations] foundations
    [libraries] libraries
    [museums] museums
    [cultural_organisations] cultural organisations
    [prisons] prisons
    [hospitals] hospitals
    [religious_bodies] parishes and other religious organisations
    [sports_clubs] sports clubs
    [trade_unions] trade unions
    [employers] employers' organisations
    [chambers] chambers of commerce and crafts
   *[research_institutes] research institutes
}
who-yes = Yes, { $role ->
    [applicant] { $kinds } can act as applicants.
   *[participant] { $kinds } can take part.
}
who-can = { $role ->
    [applicant] { $kinds } can act as applicants.
   *[participant] { $kinds } can take part.
}
who-informal = No, a group without a registered organisation cannot take part.
who-person = No, a private person cannot take part alone: only organisations can.
who-age = My sources name no requirement as to how long an organisation must have existed.
who-sole-trader = Whether a sole trader or a self-employed person counts as an organisation, my sources do not say; please ask the officer of your field before you apply.
eche-needed = { country-named } is a Programme Country, so its higher education institutions need the charter.
eche-yes = Yes, { $kind ->
    [colleges] a college needs the charter, too, if it is a higher education institution.
   *[universities] a university needs the charter.
}
eche-not-without = No, without the charter a higher education institution of a Programme Country cannot take part.
eche-not-for = These organisations do not need the charter: { $kinds }.
eche-partners-too = Yes, a higher education institution that is only a partner, not the coordinator, needs the charter as well.
eche = { FACT("eche") }
one-application = { FACT("one_application_rule") } { FACT("near_identical_applications") }
one-for-the-same-partners = No, the same partners may submit only { FACT("one_application") } at one deadline.
several-applications = { FACT("several_applications") } { FACT("near_identical_applications") } But the same consortium may submit only { FACT("one_application") } at one deadline.
partner-search = { FACT("partner_search") }

eligibility = The main conditions:
    • at least { FACT("consortium_organisations") } from { FACT("consortium_countries", unit: "different-countries") };
    • the applicant is from a Programme Country and applies to the agency of its own country;
    • a length of { FACT("duration_minimum") } to { FACT("duration_maximum") }, in higher education at least { FACT("duration_minimum_higher_education") };
    • a start between { FACT("start_first") } and { FACT("start_last") };
    • at least { FACT("priorities_minimum") };
    • activities take place in the partners' countries.
    Tell me about your project (partners, countries, field, months, start) and I will check it.
eligibility-fits = { $asked ->
        [what] What you told me fits; what is still open stands in the last line:
        [whether] Yes, from what you told me everything fits:
       *[none] From what you told me, everything fits:
    }
    { $lines }
eligibility-refused = { $asked ->
        [what] As it stands, you can't apply; what is marked ✗ must change:
        [whether] No, as it stands you can't apply:
       *[none] As it stands, you can't apply:
    }
    { $lines }
finding-with-own = • Your own organisation is counted in ({ COUNTRY($country) }).
finding-unchecked = • Not checked, as you did not say it: { $names }.
unchecked-organisations = number of organisations
unchecked-countries = countries
unchecked-months = length
unchecked-start = start
unchecked-priority = priority
one-still-the-same = No: under another title or with another length it is still the same consortium, and near-identical applications are all excluded.
several-may = Yes, with a different project.
