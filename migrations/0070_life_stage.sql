-- A product stands somewhere in its life: at its launch, mature, or to be cleared. Staff say where; the code that runs knows of no stage and goes on without one.
alter table goods.products add column life_stage text check (life_stage in ('launch', 'mature', 'clearance'));
