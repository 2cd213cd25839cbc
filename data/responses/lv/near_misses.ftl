near-miss = { $explanation } { $where }
