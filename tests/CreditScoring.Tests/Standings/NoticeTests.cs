using CreditScoring.Standings;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// The drafts of tests/CreditScoring.Tests/Notices, word for word, for a lawyer to read. With
/// CREDIT_APPROVE=1 in the environment they are written anew, to be read before they are committed.
/// </summary>
public class NoticeTests
{
    [TestCaseSource(typeof(Situations), nameof(Situations.Names))]
    public void The_drafts_of_a_situation_are_those_that_were_read(string situation)
    {
        Assert.Multiple(() =>
        {
            foreach (var (addressee, language) in Drafts)
            {
                var file = RepositoryFiles.Path($"{Situations.Folder}/{situation}.{addressee.ToString().ToLowerInvariant()}.{language}.txt");
                var draft = Draft(situation, addressee, language) + "\n";
                Assert.That(draft, Is.EqualTo(Situations.Read(file, draft)), file);
            }
        });
    }

    [TestCaseSource(typeof(Situations), nameof(Situations.Names))]
    public void The_party_is_told_no_window_no_share_and_no_duty_of_the_authority(string situation)
    {
        var (party, file) = (Draft(situation, Addressee.Party, "zh"), Draft(situation, Addressee.File, "zh"));
        Assert.Multiple(() =>
        {
            foreach (var hidden in new[] { "窗口", "抽取比例", "检查安排", "机关应当办理", "不适用或者当日没有规则" })
            {
                Assert.That(party, Does.Not.Contain(hidden));
            }

            Assert.That(file, Does.Contain("不送达当事人").And.Contain("检查安排"));
            Assert.That(party, Does.Contain("不是告知书").And.Contain("机关（印章）"));
        });
    }

    [Test]
    public void A_class_for_the_authority_alone_is_not_told_to_the_party()
    {
        const string Internal = "10-internal-class-is-not-told";
        Assert.That(Draft(Internal, Addressee.Party, "zh"), Does.Not.Contain("信用风险"));
        Assert.That(Draft(Internal, Addressee.File, "zh"), Does.Contain("信用风险"));
    }

    [Test]
    public void Classes_whose_bounds_are_from_memory_are_told_to_the_authority_alone()
    {
        Assert.That(Draft("09-food-shop", Addressee.Party, "zh"), Does.Not.Contain("食品生产经营风险"));
        Assert.That(Draft("09-food-shop", Addressee.File, "zh"), Does.Contain("食品生产经营风险 D 级"));
    }

    [Test]
    public void A_person_is_not_told_by_the_hash_to_whom_the_draft_is_for()
    {
        Assert.That(Draft("25-person-listed", Addressee.Party, "zh"), Does.Contain("有效证件号码").And.Not.Contain("5f5f"));
        Assert.That(Draft("25-person-listed", Addressee.File, "zh"), Does.Contain("档案标识 5f5f"));
        Assert.That(Draft("26-institution-fined", Addressee.Party, "zh"), Does.Contain("统一社会信用代码 91350100M000100Y43 的检验检测"));
    }

    [Test]
    public void What_rests_on_no_instrument_stands_apart_and_says_that_it_has_no_effect()
    {
        var draft = Draft("02-listed-after-stoppage", Addressee.Party, "zh");
        var annex = draft.IndexOf("附：示例", StringComparison.Ordinal);
        Assert.That(annex, Is.Positive);
        Assert.That(draft.IndexOf("产品质量失信记分", StringComparison.Ordinal), Is.GreaterThan(annex));
        Assert.That(draft.IndexOf("严重违法失信名单管理办法", StringComparison.Ordinal), Is.LessThan(annex));
        Assert.That(draft[annex..], Does.Contain("没有效力"));
    }

    [Test]
    public void The_term_for_an_objection_is_told_with_its_last_day_while_it_runs()
    {
        Assert.That(Draft("03-sampling-failed-objection-open", Addressee.Party, "zh"), Does.Contain("书面异议").And.Contain("至2025年1月23日止"));
        Assert.That(Draft("04-recheck-failed-business-stopped", Addressee.Party, "zh"), Does.Not.Contain("书面异议").And.Not.Contain("听证"));
        Assert.That(Draft("27-second-recheck-failed-order-open", Addressee.Party, "zh"), Does.Not.Contain("书面异议").And.Contain("听证"));
    }

    [Test]
    public void A_request_is_answered_in_the_regime_whose_act_it_names_and_in_no_other()
    {
        foreach (var situation in new[] { "02-listed-after-stoppage", "06-early-end-of-display-granted", "07-request-too-early-and-not-performed" })
        {
            var draft = Draft(situation, Addressee.Party, "zh");
            var told = situation.StartsWith("02", StringComparison.Ordinal) ? "提出的移出申请" : "提出的信用修复申请";
            Assert.That(draft.Split(told), Has.Length.EqualTo(2), situation);
        }
    }

    private static readonly (Addressee, string)[] Drafts =
        [(Addressee.Party, "zh"), (Addressee.Party, "en"), (Addressee.File, "zh")];

    private static string Draft(string situation, Addressee addressee, string language)
    {
        var (file, on, regimes) = Situations.Read(situation);
        return Notice.Of(regimes.Select(regime => Explaining.Of(file, regime, on)), addressee, language);
    }
}
