package extract

// Measured tells whether the facts of a rule have a measured confidence.
var Measured = measured
