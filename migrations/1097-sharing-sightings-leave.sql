-- Why: a sighting changes what programs read of an indicator (a STIX `sighting`), so the writer of their table hears of each.
create function wake_objects_of_sighting() returns trigger language plpgsql as $$
begin
  perform wake_job('sharing.objects');
  return null;
end $$;
create trigger indicator_sightings_wake after insert on indicator_sightings for each statement execute function wake_objects_of_sighting();
