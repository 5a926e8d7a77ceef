// Package read turns any file into report.Raw: decoded text, one file a
// format. It finds out what a file is by its content, holds to limits, and
// knows nothing of what a report says.
package read
