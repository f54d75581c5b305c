-- Why: a reporter writes their own name in a message too; it is masked like in the tip, by the sealed bytes of their own receipt.
grant select (identity) on signal_seals to lp_public;
