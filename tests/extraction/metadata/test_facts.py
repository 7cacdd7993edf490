"""What several witnesses say is put together."""

from bulletin_export.extraction.metadata.facts import Facts, Found, Rule
from bulletin_export.model.article import Contributor, ContributorRole


def test_an_author_is_no_correspondent_as_well():
    facts = Facts()
    facts.add_people(ContributorRole.AUTHOR, Found(("林晓", "方敏"), Rule.PRINTED_LABEL))
    facts.add_people(ContributorRole.CORRESPONDENT, Found(("方敏", "叶知秋"), Rule.BYLINE))
    assert facts.contributors() == (
        Contributor("林晓"),
        Contributor("方敏"),
        Contributor("叶知秋", ContributorRole.CORRESPONDENT),
    )
