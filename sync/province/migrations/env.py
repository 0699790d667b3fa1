"""How Alembic runs here: on the province's own connection, inside the transaction it was given."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
