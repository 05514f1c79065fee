using CreditScoring.Importing;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>Natural persons, and sole traders without a code, are hashes from the import on: no number is kept or told.</summary>
public class PersonTests
{
    // Invented, with the day of birth and the check character of a resident's number.
    private const string Number = "11010519491231002X";

    private const string Mapping =
        """
        { "source": "s", "id": "{文号}", "kind": "penalty", "occurredOn": "{日}",
          "subject": [
            { "where": [ { "column": "类别", "is": [ "自然人" ] } ], "kind": "person", "id": { "column": "证件号码", "hash": true } },
            { "kind": "operator", "id": "{代码}" },
            { "where": [ { "column": "类别", "contains": [ "个体" ] } ], "kind": "sole-trader", "id": { "text": "{证件号码}", "hash": true } } ],
          "absent": [ "/" ],
          "data": { "kinds": { "column": "处罚", "codes": { "警告": "warning" } }, "facts": "{事实}" } }
        """;

    private const string Header = "文号,类别,代码,证件号码,日,处罚,事实\n";

    private Workbench bench = null!;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench { Rules = RepositoryFiles.Path("rules") };
        bench.Write("mapping.json", Mapping);
        Environment.SetEnvironmentVariable(PersonKey.Variable, "0123456789abcdef0123456789abcdef");
    }

    [TearDown]
    public void TearDown()
    {
        Environment.SetEnvironmentVariable(PersonKey.Variable, null);
        bench.Dispose();
    }

    [Test]
    public void A_person_is_one_hash_however_the_number_is_written_and_another_under_another_key()
    {
        Import($"1,自然人,/,{Number},2025-03-01,警告,\n2,自然人,/, 110105 19491231002x ,2025-03-01,警告,\n3,自然人,,１１０１０５１９４９１２３１００２Ｘ,2025-03-01,警告,\n");
        Assert.That(bench.Messages, Does.Contain("events 3, rejected 0"));
        var ids = bench.Events.Select(SubjectOf).Distinct().ToArray();
        Assert.That(ids, Has.Length.EqualTo(1));
        Assert.That(ids[0], Does.Match("^\"kind\":\"person\",\"id\":\"[0-9a-f]{64}\"$"));
        Environment.SetEnvironmentVariable(PersonKey.Variable, "another key, as long as it has to be");
        Import($"1,自然人,/,{Number},2025-03-01,警告,\n");
        Assert.That(SubjectOf(bench.Events[0]), Is.Not.EqualTo(ids[0]));
    }

    [Test]
    public void A_sole_trader_has_a_code_or_else_a_hash()
    {
        Import($"1,个体工商户,91350100M000100Y43,{Number},2025-03-01,警告,\n2,个体工商户,/,440301600000001,2025-03-01,警告,\n3,法人,/,{Number},2025-03-01,警告,\n");
        Assert.That(bench.Messages, Does.Contain("events 2, rejected 1"));
        Assert.That(SubjectOf(bench.Events[0]), Does.Contain("operator"));
        Assert.That(SubjectOf(bench.Events[1]), Does.Contain("sole-trader").And.Not.Contain("440301600000001"));
        Assert.That(bench.Read("table.csv.rejected.csv"), Does.Contain("没有主体标识"));
    }

    [Test]
    public void No_number_of_a_resident_is_in_events_rejected_rows_reasons_or_messages()
    {
        Import(
            $"1,自然人,/,{Number},2025-03-01,警告,赵某（{Number}）发布广告\n2,自然人,/,{Number},坏,警告,{Number}\n{Number},自然人,/,{Number},2025-03-01,警告,\n"
            + $"4,法人,{Number},,2025-03-01,警告,\n5,自然人,/,{Number[..^1]}3,2025-03-01,警告,\n");
        Assert.That(bench.Messages, Does.Contain("events 1, rejected 4").And.Contain("numbers of residents in texts were masked: 1 (rows 2)"));
        var rejected = bench.Read("table.csv.rejected.csv");
        foreach (var text in bench.Events.Append(rejected).Append(bench.Messages).Append(bench.Said))
        {
            Assert.That(text, Does.Not.Contain(Number).And.Not.Contain("19491231"));
        }

        Assert.That(bench.Events[0], Does.Contain("赵某（110105************）发布广告"));
        Assert.That(rejected, Does.Contain("含有公民身份号码，不得用作编号").And.Contain("校验码不符"));
    }

    [Test]
    public void Without_a_key_persons_are_rejected_and_others_go_on()
    {
        Environment.SetEnvironmentVariable(PersonKey.Variable, null);
        Import($"1,自然人,/,{Number},2025-03-01,警告,\n2,法人,91350100M000100Y43,,2025-03-01,警告,\n");
        Assert.That(bench.Messages, Does.Contain("events 1, rejected 1"));
        Assert.That(bench.Read("table.csv.rejected.csv"), Does.Contain("there is no key: give one in CREDIT_PERSON_KEY"));
    }

    [Test]
    public void A_key_that_is_too_short_is_refused()
    {
        Environment.SetEnvironmentVariable(PersonKey.Variable, "short");
        bench.Write("table.csv", $"{Header}1,自然人,/,{Number},2025-03-01,警告,\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("CREDIT_PERSON_KEY is too short"));
    }

    private static string SubjectOf(string text) => text[(text.IndexOf("\"subject\":{", StringComparison.Ordinal) + 11)..text.IndexOf("},\"occurredOn\"", StringComparison.Ordinal)];

    private void Import(string rows)
    {
        bench.Write("table.csv", Header + rows);
        bench.Import("table.csv");
    }
}
