package pujiang.law;

import pujiang.compliance.Condition;

/** An exception that lifts other rules: a fact that they look for, never a priority over them. */
public record Relief(String rule, Condition condition) {}
