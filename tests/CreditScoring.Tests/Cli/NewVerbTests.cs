using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary>A new pack is a good example from its first minute.</summary>
public class NewVerbTests
{
    [Test]
    public void A_new_pack_lints_and_tests_green_and_its_cases_try_all_of_it()
    {
        using var rules = new RulesCopy();
        var (made, told) = Verb.Run(NewVerb.Create(), "cn-zj/food-points", "--from", "2026-01-01", "--rules", rules.Folder);
        var pack = Path.Combine(rules.Folder, "cn-zj/food-points/2026-01-01");
        var (lint, flaws) = Verb.Run(LintVerb.Create(), pack, "--lang", "en");
        var (test, said) = Verb.Run(TestVerb.Create(), pack, "--coverage", "--mutate", "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(made, Is.Zero, told);
            Assert.That(lint, Is.Zero, flaws);
            Assert.That(flaws, Does.Contain("0 errors, 0 warnings"));
            Assert.That(test, Is.Zero, said);
        });
    }

    [TestCase("cn-zj/food-points")]
    [TestCase("us-mi/food")]
    public void A_new_pack_speaks_of_the_kinds_and_subjects_of_the_catalogue_beside_it(string regime)
    {
        var folder = Directory.CreateTempSubdirectory("rules-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "events"));
            foreach (var file in Directory.EnumerateFiles(
                RepositoryFiles.Path("tests/CreditScoring.Tests/Detroit/rules/events")))
            {
                File.Copy(file, Path.Combine(folder, "events", Path.GetFileName(file)));
            }

            var (made, told) = Verb.Run(NewVerb.Create(), regime, "--rules", folder);
            var (lint, flaws) = Verb.Run(LintVerb.Create(), folder, "--lang", "en");
            var (test, said) = Verb.Run(TestVerb.Create(), folder, "--lang", "en");
            Assert.Multiple(() =>
            {
                Assert.That(made, Is.Zero, told);
                Assert.That(lint, Is.Zero, flaws);
                Assert.That(flaws, Does.Contain("0 errors, 0 warnings"));
                Assert.That(test, Is.Zero, said);
                Assert.That(said, Does.Contain("1 passed, 0 failed"));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("ship:1", "of the kinds operator, product")]
    [TestCase("operator:123", "has 3 characters")]
    [TestCase("operator", "is KIND:ID, of the kinds operator, product")]
    public void A_subject_that_the_catalogue_does_not_have_is_refused(string subject, string told)
    {
        using var rules = new RulesCopy();
        var (exit, said) = Verb.Run(
            NewVerb.Create(), "cn-zj/food-points", "--subject", subject, "--rules", rules.Folder);
        Assert.That(exit, Is.Not.Zero);
        Assert.That(said, Does.Contain(told));
        Assert.That(Directory.Exists(Path.Combine(rules.Folder, "cn-zj")), Is.False);
    }

    [Test]
    public void Packs_are_listed_with_their_days_and_what_their_numbers_are_worth()
    {
        var (exit, said) = Verb.Run(PacksVerb.Create(), RulesCopy.ShippedPack, "--lang", "en");
        Assert.That(exit, Is.Zero);
        Assert.That(said, Does.Contain("cn/product-quality-points 2024-01-01 [illustrative]").And.Contain("published"));
    }
}
