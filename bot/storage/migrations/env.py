"""Run the steps on the connection that `bot.storage.migrating` opened; Alembic loads this file."""

from alembic import context

from bot.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
    transactional_ddl=True,  # all steps or none, on SQLite too
)
with context.begin_transaction():
    context.run_migrations()
