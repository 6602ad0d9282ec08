"""All words for people: screens made from domain objects, without aiogram and SQL."""
