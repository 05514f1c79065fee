using CreditScoring.Law.Packs;
using CreditScoring.Standings.Papers;
using NUnit.Framework;
using static CreditScoring.Tests.Standings.Papers.SituationPapers;

namespace CreditScoring.Tests.Standings.Papers;

/// <summary>What kept an officer from signing a paper, and no test had asked for.</summary>
public class SignedPaperTests
{
    [Test]
    public void A_request_for_removal_names_the_list_and_not_the_kind_of_event()
    {
        foreach (var (situation, kind) in new[]
        {
            ("16-removal-and-repair-refused", PaperKind.RepairRefused), ("24-removal-taken-back", PaperKind.RepairTakenBack),
            ("29-not-taken-in", PaperKind.RequestNotTaken),
        })
        {
            var words = Words(situation, "cn/serious-list", kind);
            Assert.That(words, Does.Contain("列入严重违法失信名单的决定（鄂市监列〔").And.Not.Contain("名单（名录）"), situation);
        }
    }

    [Test]
    public void A_listing_restored_for_deceit_does_not_hang_on_its_old_term_and_another_one_does()
    {
        var deceit = Words("24-removal-taken-back", "cn/serious-list", PaperKind.RepairTakenBack);
        Assert.That(deceit, Does.Contain("第二十条，于2025年9月1日决定撤销上述移出决定，恢复列入状态，公示期自2025年9月1日起重新计算。")
            .And.Not.Contain("原列入期限"), "Article 20 restores it, and begins anew, whatever was left");
        var mistake = Words("37-a-removal-taken-back-without-deceit", "cn/serious-list", PaperKind.RepairTakenBack);
        Assert.That(mistake, Does.Contain("原列入期限尚未届满的，恢复列入").And.Contain("公示期不重新计算").And.Not.Contain("令第44号）第二十条"));
    }

    [Test]
    public void What_led_to_a_duty_is_told_with_day_document_and_result()
    {
        var words = Words("27-second-recheck-failed-order-open", "cn/sampling-follow-up", PaperKind.Standing);
        Assert.That(words, Does.Contain("（一）2025年1月10日监督抽查结果（粤市监抽〔2025〕12号）。结论：不合格。")
            .And.Contain("（三）2025年3月25日复查结果（复查〔2025〕5号）。结论：不合格。")
            .And.Contain("（五）2025年6月20日复查结果（复查〔2025〕9号）。结论：不合格。"));
        Assert.That(words, Does.Not.Contain("correct-missed"), "what was reckoned here is no document");
        Assert.That(Words("03-sampling-failed-objection-open", "cn/sampling-follow-up", PaperKind.Standing),
            Does.Contain("结论：不合格。产品：五孔插座。批次：241105。"));
    }

    [Test]
    public void No_day_of_betterment_is_told_that_leaves_something_undecided_standing()
    {
        Assert.That(Words("39-refused-after-a-grant-was-taken-back", "cn/credit-china-disclosure", PaperKind.Standing),
            Does.Not.Contain("如无新的失信信息").And.Not.Contain("是否在公示待确定"));
        Assert.That(Words("18-request-not-taken-in", "cn/credit-china-disclosure", PaperKind.Standing),
            Does.Contain("如无新的失信信息，自2027年4月8日起：无失信信息公示。"));
    }

    [Test]
    public void What_is_held_against_the_party_stands_in_the_order_of_its_days()
    {
        var words = Words("39-refused-after-a-grant-was-taken-back", "cn/credit-china-disclosure", PaperKind.Standing);
        Assert.That(words.IndexOf("鄂市监罚〔2026〕1号", StringComparison.Ordinal), Is.LessThan(words.IndexOf("鄂市监罚〔2026〕2号", StringComparison.Ordinal)));
    }

    [TestCaseSource(typeof(Situations), nameof(Situations.Names))]
    public void Between_a_figure_and_its_unit_no_paper_has_a_space(string situation) =>
        Assert.That(PapersOf(situation).Select(Text), Has.None.Match(@"\d 元"));

    private static string Words(string situation, string regime, PaperKind kind) =>
        string.Concat(Of(situation, regime, kind).Single().Lines.Select(each => each.Text));
}
