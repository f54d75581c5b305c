-- Why: the files of a withdrawn tip leave the disk within minutes and not with a sweep of the next day. Whoever holds the receipt
-- sees the rows of this one tip (0400) and says which files those named.
grant select (sha256, derivative_sha256) on signal_evidence to lp_public;
