-- Crypto wallets and devices have owners like numbers do: the suspect's are compared, all others lie under the seal.
alter table indicators drop constraint indicators_kind;
alter table indicators add constraint indicators_kind
  check (kind in ('phone', 'bank-account', 'url', 'domain', 'ip', 'email', 'social', 'evidence', 'crypto', 'imei'));
alter table signal_sealed_identifiers drop constraint signal_sealed_identifiers_kind;
alter table signal_sealed_identifiers add constraint signal_sealed_identifiers_kind
  check (kind in ('phone', 'bank-account', 'url', 'domain', 'ip', 'email', 'social', 'crypto', 'imei'));
