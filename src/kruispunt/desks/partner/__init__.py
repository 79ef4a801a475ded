"""The desk of an organisation's contact person: referrals and answers."""
