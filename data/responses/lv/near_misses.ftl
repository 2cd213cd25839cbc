near-miss = { $explanation } { $where }
near-miss-ours-beside = Stratēģiskajās partnerībās (arī KA201) vajadzīgas vismaz { FACT("consortium_organisations") } no { FACT("consortium_countries", unit: "different-countries", case: "dative") }; piedalīties var ne tikai skolas, un projekts var būt arī inovāciju atbalstam.
near-miss-of-two-countries = Ja partneri ir tikai no divām valstīm ({ COUNTRY($country) } un { COUNTRY($other) }), no šīm abām darbībām der vienīgi KA229.
near-miss-good-practice-here = Nē, ne tikai tur: arī KA201 pieņem labas pieredzes apmaiņas projektus.
