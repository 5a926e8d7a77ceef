package lang

import "time"

// MatchTimeout bounds every pattern, so that no text can hang it. It is wall
// time, and a busy machine may stop a process for a while: no match that ends
// takes a thousandth of it.
const MatchTimeout = time.Second
