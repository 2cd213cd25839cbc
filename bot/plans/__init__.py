"""Plans of projects: their budgets and verdicts in words, as JSON, tables, sheets and paper."""
