-- What is latest is decided by an instant and by the id only where two share one, so the index of each history goes by both.
create index on progress_updates (assignment_id, reported_at, id);
create index on target_moves (assignment_id, moved_at, id);
create index on webhook_deliveries (organisation_id, webhook_id, created_at, id);
drop index progress_updates_assignment_id_id_idx, target_moves_assignment_id_id_idx, webhook_deliveries_organisation_id_webhook_id_id_idx;
