near-miss = { $explanation } { $where }
near-miss-ours-beside = A strategic partnership (KA201, too) needs at least { FACT("consortium_organisations") } from { FACT("consortium_countries", unit: "different-countries") }; not only schools may take part, and the project may also support innovation.
near-miss-of-two-countries = With partners from two countries only ({ COUNTRY($country) } and { COUNTRY($other) }), only KA229 fits of these two.
near-miss-good-practice-here = No, not only there: KA201 also takes projects for the exchange of good practices.
