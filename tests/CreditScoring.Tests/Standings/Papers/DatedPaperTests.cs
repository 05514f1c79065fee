using CreditScoring.Law.Packs;
using CreditScoring.Standings.Papers;
using NUnit.Framework;
using static CreditScoring.Tests.Standings.Papers.SituationPapers;

namespace CreditScoring.Tests.Standings.Papers;

/// <summary>What papers say of a listing, or of the party itself, as it is on the day of the paper.</summary>
public class DatedPaperTests
{
    [TestCase("33-left-the-list", "cn/penalty-publicity", "自2025年3月1日起，已经履行", TestName = "A_listing_that_has_ended_stands_in_nobodys_way_from_its_end_on")]
    [TestCase("35-left-the-list-on-the-credit-site", "cn/credit-china-disclosure", "自2026年9月1日起，纠正", TestName = "Nor_does_it_on_the_credit_site")]
    [TestCase("34-on-the-register-since", "cn/penalty-publicity", "依现有记录仍在经营异常名录或者严重违法失信名单上", TestName = "One_that_was_made_since_the_first_day_does")]
    public void Whether_a_listing_is_in_the_way_is_asked_of_the_day_of_the_paper(string situation, string regime, string words)
    {
        var text = Text(Of(situation, regime, PaperKind.RepairTerms).Single());
        Assert.That(text, Does.Contain(words).And.Not.Contain("自2024年7月21日起").And.Not.Contain("自2026年7月11日起"));
        Assert.That(text.Contains("依现有记录", StringComparison.Ordinal), Is.EqualTo(words.StartsWith('依')));
    }

    [Test]
    public void After_the_end_of_the_subject_every_paper_tells_the_officer_and_before_it_none()
    {
        const string Told = "当事人已于2026年6月1日终止（合并），不得向其送达；权利义务的承受人：91350100M000200X4X";
        var (file, on, regimes) = Situations.Read("36-merged-into-another");
        string[][] Remarks(DateOnly day) =>
            [.. PaperSet.Of(file, regimes, day, null, samples: true).Select(each => each.Remarks.Select(remark => remark.Zh).ToArray())];
        Assert.That(Remarks(on), Has.Length.GreaterThan(5).And.All.EqualTo(new[] { Told }));
        Assert.That(Remarks(new DateOnly(2026, 5, 31)), Has.Length.GreaterThan(5).And.All.Empty);
    }

    [Test]
    public void Only_a_removal_got_by_deceit_is_taken_back_with_three_new_years()
    {
        string Words(string situation) => Text(Of(situation, "cn/serious-list", PaperKind.RepairTakenBack).Single());
        Assert.That(Words("24-removal-taken-back"), Does.Contain("第二十条，于2025年9月1日决定撤销上述移出决定，恢复列入状态，公示期自2025年9月1日起重新计算。"));
        Assert.That(Words("37-a-removal-taken-back-without-deceit"), Does.Contain("恢复列入严重违法失信名单，至原列入期限届满，公示期不重新计算。").And.Not.Contain("故意"));
    }
}
