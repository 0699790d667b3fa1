"""The wire: both ends of MC-Sync/1, the desk's client and the province's reference server."""
