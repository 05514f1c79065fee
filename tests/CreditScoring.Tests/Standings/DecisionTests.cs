using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>A decision counts once whoever sends it, and two decisions are never taken for one.</summary>
public class DecisionTests
{
    private static readonly RuleBook Book =
        RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules"))).Book!;

    [TestCase("粤市监罚〔2024〕17号", "粤市监罚[2024]17号")]
    [TestCase("粤市监罚〔2024〕17号", "粤市监罚（２０２４）１７号")]
    [TestCase("粤市监罚〔2024〕17号", " 粤市监罚 【2024】 17号")]
    [TestCase("粤市监罚〔2024〕17号", "粤市监罚﹝2024﹞17号")]
    [TestCase("粤市监罚〔2024〕17号", "粤市监罚〖2024〗017号")]
    [TestCase("粤市监罚〔2024〕17号", "粤市监罚〔2024〕第17号")]
    public void One_decision_sent_twice_counts_once(string one, string other) => Assert.That(
        Points(Penalty("a", "1", 80_000, one), Penalty("b", "2", 80_000, other)), Is.EqualTo((4m, "B")));

    [Test]
    public void Two_decisions_without_number_under_one_id_of_two_sources_count_twice() => Assert.That(
        Points(Penalty("a", "1", 50_000, null), Penalty("b", "1", 80_000, null)), Is.EqualTo((8m, "C")));

    [Test]
    public void Two_numbers_are_two_decisions() => Assert.That(
        Points(Penalty("a", "1", 80_000, "粤市监罚〔2024〕17号"), Penalty("b", "2", 80_000, "粤市监罚〔2024〕18号")),
        Is.EqualTo((8m, "C")));

    [TestCase("粤市监罚[2024]１７ 号", "粤市监罚〔2024〕17号")]
    [TestCase("(2024)粤01行终3号", "〔2024〕粤01行终3号")]
    [TestCase("粤市监罚﹙2024﹚第０１７号", "粤市监罚〔2024〕17号")]
    [TestCase("粤市监罚<2024>170号", "粤市监罚〔2024〕170号")]
    [TestCase("粤市监罚〔2024〕0号", "粤市监罚〔2024〕0号")]
    [TestCase("粤市监罚〔2024〕第一号", "粤市监罚〔2024〕第一号")]
    [TestCase("a/1-b", "a/1-b")]
    [TestCase("007-第017号", "007-第017号")]
    public void A_document_number_has_one_form(string written, string canonical) =>
        Assert.That(DocumentNumber.Canonical(written), Is.EqualTo(canonical));

    private static (decimal?, string?) Points(params string[] events)
    {
        var reader = new EventReader(Book.Catalogue);
        var read = events.Select(text => reader.Read(new SourceText("e", text)).Event!).ToArray();
        var file = new CreditFile(read[0].Subjects[0].Subject, read);
        var standing = Assessor.Assess(file, Book, new DateOnly(2024, 6, 1)).Judgements
            .Single(each => each.Standing.Regime == "cn/product-quality-points").Standing;
        return (standing.Points?.Value, standing.Tier);
    }

    private static string Penalty(string source, string id, int fine, string? document) =>
        $$"""{ "id": "{{id}}", "source": "{{source}}", "kind": "penalty", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2024-03-05", "document": {{(document is null ? "null" : $"\"{document}\"")}}, "data": { "kinds": [ "fine" ], "fine": {{fine}} } }""";
}
