using CreditScoring.Law.Packs;
using CreditScoring.Standings;
using CreditScoring.Standings.Papers;
using NUnit.Framework;
using static CreditScoring.Tests.Standings.Papers.SituationPapers;

namespace CreditScoring.Tests.Standings.Papers;

/// <summary>
/// The papers of the situations of tests/CreditScoring.Tests/Notices, word for word, for a lawyer to read.
/// With CREDIT_APPROVE=1 in the environment they are written anew, to be read before they are committed.
/// </summary>
public class PaperTests
{
    [TestCaseSource(typeof(Situations), nameof(Situations.Names))]
    public void The_papers_of_a_situation_are_those_that_were_read(string situation)
    {
        var file = RepositoryFiles.Path($"{Situations.Folder}/{situation}.papers.zh.txt");
        var text = string.Join("\n", PapersOf(situation).Select(Text));
        Assert.That(text, Is.EqualTo(Situations.Read(file, text)), file);
    }

    [TestCaseSource(typeof(Situations), nameof(Situations.Names))]
    public void No_paper_has_a_field_left_or_an_empty_heading_or_tells_an_inspection(string situation)
    {
        foreach (var paper in PapersOf(situation))
        {
            var text = Text(paper);
            Assert.That(text, Does.Not.Contain("{").And.Not.Contain("窗口").And.Not.Contain("抽取比例"));
            Assert.That(paper.Lines is [] or [.., { IsHeading: false }]);
            Assert.That(paper.Lines.Zip(paper.Lines.Skip(1)).Where(pair => pair.First.IsHeading && pair.Second.IsHeading), Is.Empty);
        }
    }

    [Test]
    public void What_the_record_cannot_say_is_left_out_as_a_whole_sentence()
    {
        var paper = Of("01-small-fine-on-display", "cn/penalty-publicity", PaperKind.Standing).Single();
        Assert.That(paper.Lines.Select(each => each.Text), Has.None.Contains("本项权利至"), "these rights have no last day");
        Assert.That(Of("03-sampling-failed-objection-open", "cn/sampling-follow-up", PaperKind.Standing).Single()
            .Lines.Select(each => each.Text), Has.Some.Contains("本项权利至2025年1月23日止"), "this one has");
    }

    [Test]
    public void What_a_valid_paper_wants_and_the_record_lacks_is_told_to_the_officer_once()
    {
        var paper = Of("01-small-fine-on-display", "cn/penalty-publicity", PaperKind.Standing).Single();
        Assert.That(paper.Missing.Select(each => each.Zh), Is.EqualTo(new[]
        {
            "文书编号", "当事人名称", "行政复议机关", "有管辖权的人民法院", "联系人、电话和地址", "机关名称（印章）", "成文日期",
        }));
        Assert.That(PapersOf("01-small-fine-on-display", "闽江食品厂").SelectMany(each => each.Missing).Select(each => each.Zh),
            Has.None.EqualTo("当事人名称"));
    }

    [Test]
    public void The_terms_of_repair_name_the_first_day_on_which_a_request_would_be_granted()
    {
        Assert.That(Terms("13-request-refused"), Has.Some.StartsWith("自2024年9月11日起，已经履行"),
            "published on 2024-03-10: six months pass on 2024-09-10, and not on the day of the paper");
        foreach (var (never, last) in new[] { ("12-restriction-of-five-years", "2029年3月1日"), ("01-small-fine-on-display", "2024年6月10日") })
        {
            Assert.That(Terms(never), Has.None.Contains("可以向作出行政处罚决定的").And.Some.Contains($"公示至{last}止，其间没有可以申请提前停止公示之日"), never);
        }
    }

    [Test]
    public void A_penalty_has_its_terms_of_repair_when_it_is_served_and_not_only_once_it_is_published()
    {
        var papers = Of("14-penalties-just-served", "cn/penalty-publicity", PaperKind.RepairTerms);
        Assert.That(papers.Select(each => each.About), Is.EqualTo(new[]
        {
            "2024年3月1日行政处罚（鄂市监罚〔2024〕3号）", "2024年3月1日行政处罚（鄂市监罚〔2024〕4号）", "2024年3月1日行政处罚（粤市监罚〔2024〕5号）",
        }), "a mere warning is never published");
        var words = papers.Select(paper => string.Concat(paper.Lines.Select(line => line.Text))).ToArray();
        Assert.That(words, Has.All.Contains("公示期自公示之日起算。").And.None.Contains("起公示。最迟").And.None.Contains("公示至"),
            "no day is told that hangs on the day of publication");
        Assert.That(words[0], Does.Contain("满三年停止公示").And.Contain("公示满六个月"));
        Assert.That(words[1], Does.Contain("不适用提前停止公示").And.Not.Contain("公示满六个月"));
    }

    [TestCase("15-corrected-late", "限期改正", TestName = "A_duty_that_was_done_late_is_asked_for_no_more")]
    [TestCase("04-recheck-failed-business-stopped", "限期改正", TestName = "A_missed_duty_gives_way_to_the_one_that_took_its_place")]
    public void A_missed_duty_ends(string situation, string duty)
    {
        var words = string.Concat(Of(situation, "cn/sampling-follow-up", PaperKind.Standing).Single().Lines.Select(each => each.Text));
        Assert.That(words, Does.Not.Contain($"：{duty}。").And.Contain("应当办理的事项"));
    }

    [TestCase("cn/serious-list", "对本不予移出的决定不服的")]
    [TestCase("cn/credit-china-disclosure", "对本不予修复的决定有异议的")]
    public void A_refusal_says_what_its_remedies_are_against(string regime, string words) => Assert.That(
        Of("16-removal-and-repair-refused", regime, PaperKind.RepairRefused).Single().Lines.Select(each => each.Text), Has.Some.StartsWith(words));

    [Test]
    public void Where_no_day_to_request_will_come_the_terms_say_why() => Assert.That(
        Terms("12-restriction-of-five-years"), Has.Some.StartsWith("责令停产停业、限制开展生产经营活动、限制从业"));

    [Test]
    public void While_a_request_waits_for_the_decision_its_terms_are_not_told_again()
    {
        Assert.That(Of("07-request-too-early-and-not-performed", "cn/penalty-publicity", PaperKind.RepairTerms), Is.Empty);
        Assert.That(Of("02-listed-after-stoppage", "cn/serious-list", PaperKind.RepairTerms), Is.Empty);
    }

    [Test]
    public void A_refusal_gives_the_reason_of_the_decision_alone_and_the_officer_is_told_what_was_reckoned()
    {
        var paper = Of("13-request-refused", "cn/penalty-publicity", PaperKind.RepairRefused).Single();
        var lines = paper.Lines.Select(each => each.Text).ToArray();
        Assert.That(lines, Does.Contain("编号：鄂市监修〔2024〕9号").And.Contain("成文日期：2024年10月21日").And.Contain("理由：罚款尚未缴清。"));
        Assert.That(lines, Has.None.Contains("没有履行处罚决定规定的义务"), "the authority did not say so");
        Assert.That(paper.Remarks.Select(each => each.Zh), Is.EqualTo(new[] { "依记录推算不符合的条件：没有履行处罚决定规定的义务" }));
    }

    [Test]
    public void A_grant_is_certified_only_where_the_record_shows_the_conditions()
    {
        var denied = Of("31-grant-that-the-law-denies", "cn/penalty-publicity", PaperKind.RepairGranted)
            .Single(each => each.About!.Contains("鄂市监罚〔2026〕1号", StringComparison.Ordinal));
        Assert.That(denied.Lines, Is.Empty);
        Assert.That(denied.Missing.Single().Zh, Does.StartWith("没有作成"));
        Assert.That(denied.Remarks.Single().Zh, Does.Contain("不得提前停止公示"));
        Assert.That(Of("31-grant-that-the-law-denies", "cn/credit-china-disclosure", PaperKind.RepairGranted).Select(each => each.Lines.Count), Has.All.GreaterThan(0));
    }

    [Test]
    public void One_decision_in_two_papers_is_told_to_the_officer_in_both()
    {
        var grants = PapersOf("31-grant-that-the-law-denies").Where(each => each.Kind == PaperKind.RepairGranted).ToArray();
        var both = grants.Where(each => each.About!.Contains("鄂市监罚〔2026〕2号", StringComparison.Ordinal)).ToArray();
        Assert.That(both.Select(each => each.Regime), Is.EquivalentTo(new[] { "cn/credit-china-disclosure", "cn/penalty-publicity" }));
        Assert.That(both.Select(each => each.Missing[^1].Zh), Has.All.Contains("一个文号只编一份"));
        Assert.That(grants.Except(both).SelectMany(each => each.Missing).Select(each => each.Zh), Has.None.Contains("一个文号只编一份"));
    }

    [Test]
    public void What_the_authority_has_not_settled_of_its_own_standard_is_wanting_before_the_paper_goes_out()
    {
        foreach (var kind in new[] { PaperKind.Standing, PaperKind.RepairTerms })
        {
            var paper = Of("08-fine-that-cannot-be-judged", "cn/penalty-publicity", kind).Single();
            Assert.That(paper.Missing.Select(each => each.Zh), Does.Contain("该罚款是否属于较低数额"), $"{kind}");
            Assert.That(paper.Lines.Select(each => each.Text), Has.None.Contains("待确定"));
        }

        Assert.That(Of("14-penalties-just-served", "cn/penalty-publicity", PaperKind.RepairTerms)
            .Select(each => each.Missing.Any(missing => missing.Zh == "该罚款是否属于较低数额")), Is.EqualTo(new[] { false, false, true }));
    }

    [Test]
    public void The_terms_of_what_was_never_published_are_written_only_while_it_is_due()
    {
        Assert.That(Of("28-repairs-taken-back", "cn/penalty-publicity", PaperKind.RepairTerms), Is.Empty, "the twenty working days have passed");
        Assert.That(Of("14-penalties-just-served", "cn/penalty-publicity", PaperKind.RepairTerms), Has.Count.EqualTo(3));
    }

    [Test]
    public void A_listing_that_can_end_does_not_take_the_day_away_and_what_is_assumed_is_said()
    {
        var lines = Of("16-removal-and-repair-refused", "cn/credit-china-disclosure", PaperKind.RepairTerms).Single().Lines.Select(each => each.Text);
        Assert.That(lines, Has.Some.StartsWith("自2027年4月8日起，纠正失信行为").And.Some.StartsWith("2027年4月8日是假定届时已经移出"));
        Assert.That(Terms("13-request-refused"), Has.None.Contains("假定"));
    }

    [Test]
    public void Taking_a_grant_back_and_not_taking_a_request_in_are_papers_with_reasons_and_remedies()
    {
        foreach (var (situation, kind, reason) in new[]
        {
            ("17-grant-taken-back", PaperKind.RepairTakenBack, "经查：提供虚假材料。"),
            ("18-request-not-taken-in", PaperKind.RequestNotTaken, "理由：经一次性告知补正，逾期未提交信用承诺书。"),
        })
        {
            var lines = PapersOf(situation).Single(each => each.Kind == kind).Lines.Select(each => each.Text).ToArray();
            Assert.That(lines, Does.Contain(reason));
            Assert.That(lines, Has.Some.Contains("六十日内申请行政复议").And.Some.Contains("六个月内直接向人民法院提起诉讼"), situation);
        }

        Assert.That(PapersOf("28-repairs-taken-back").Where(each => each.Kind == PaperKind.RepairTakenBack).Select(each => each.Regime),
            Is.EqualTo(new[] { "cn/credit-china-disclosure", "cn/serious-list" }));
        Assert.That(PapersOf("29-not-taken-in").Where(each => each.Kind == PaperKind.RequestNotTaken).Select(each => each.Regime),
            Is.EquivalentTo(new[] { "cn/penalty-publicity", "cn/serious-list" }));
    }

    [Test]
    public void A_day_that_has_passed_is_told_only_while_a_request_would_still_be_granted()
    {
        var papers = Of("28-repairs-taken-back", "cn/credit-china-disclosure", PaperKind.RepairTerms);
        Assert.That(papers, Has.Count.EqualTo(1), "of the penalty, and not of the record of dishonesty, which is never repaired");
        Assert.That(papers.Select(paper => string.Concat(paper.Lines.Select(each => each.Text))),
            Has.All.Contains("没有可以申请信用修复之日").And.All.Contains("提供过虚假材料").And.None.Contains("可以通过“信用中国”网站申请信用修复，"));
        Assert.That(Of("28-repairs-taken-back", "cn/serious-list", PaperKind.RepairTerms).Single().Lines.Select(each => each.Text),
            Has.Some.StartsWith("自2027年8月11日起"), "a restored listing waits its new year");
    }

    [Test]
    public void What_was_repaired_is_told_no_more_and_what_may_be_hidden_is_for_the_officer_to_see()
    {
        var papers = PapersOf("30-stopped-enforcement-on-the-credit-site").Where(each => each.Regime == "cn/credit-china-disclosure").ToArray();
        var standing = papers.Single(each => each.Kind == PaperKind.Standing);
        Assert.That(string.Concat(standing.Lines.Select(each => each.Text)), Does.Contain("2026〕1号").And.Not.Contain("2026〕2号")
            .And.Contain("在公示期内（停止执行、临时屏蔽期间暂停公示）").And.Contain("六十日内申请行政复议"), "paused, with the rights");
        Assert.That(standing.Remarks.Single().Zh, Does.StartWith("请核对是否仍在公示"));
        Assert.That(papers.Single(each => each.Kind == PaperKind.RepairTerms).About, Does.Contain("2026〕1号"));
    }

    [Test]
    public void A_request_is_answered_by_one_paper_and_only_once_it_is_decided()
    {
        Assert.That(Of("06-early-end-of-display-granted", "cn/penalty-publicity", PaperKind.RepairGranted), Has.Count.EqualTo(1));
        Assert.That(Of("06-early-end-of-display-granted", "cn/penalty-publicity", PaperKind.RepairRefused), Is.Empty);
        Assert.That(Of("02-listed-after-stoppage", "cn/serious-list", PaperKind.RepairGranted), Is.Empty, "it awaits the decision");
        Assert.That(Of("02-listed-after-stoppage", "cn/serious-list", PaperKind.RepairRefused), Is.Empty);
    }

    [Test]
    public void A_class_for_the_authority_alone_has_no_paper() => Assert.That(
        PapersOf("10-internal-class-is-not-told").Select(each => each.Regime),
        Has.None.Matches<string>(regime => Situations.Book.Regimes.Any(each => each.Name == regime
            && !each.Versions[^1].Manifest.Notice.ToParty)));

    [Test]
    public void Rules_without_an_instrument_write_samples_only_and_only_when_asked()
    {
        var (file, on, regimes) = Situations.Read("02-listed-after-stoppage");
        var asked = regimes.SelectMany(regime => PaperWriter.Of(file, regime, Explaining.Of(file, regime, on), null)).ToArray();
        Assert.That(asked, Is.Not.Empty.And.All.Property(nameof(Paper.IsOfficial)).True);
        var sample = Of("02-listed-after-stoppage", "cn/product-quality-points", PaperKind.Standing).Single();
        Assert.That(sample.Lines.Select(each => each.Text),
            Has.None.StartsWith("编号").And.None.Contains("印章").And.None.StartsWith("成文日期").And.None.StartsWith("签收人"));
        Assert.That(sample.Missing.Select(each => each.Zh), Has.None.EqualTo("文书编号").And.None.EqualTo("成文日期"));
        Assert.That(sample.Title, Does.Contain("样张"));
    }

    [Test]
    public void Of_a_person_no_paper_has_the_hash_and_an_officer_writes_the_number()
    {
        var papers = PapersOf("25-person-listed");
        Assert.That(papers.Select(each => each.Regime).Distinct(), Is.EquivalentTo(new[] { "cn/penalty-publicity", "cn/serious-list" }));
        Assert.That(papers.Select(Text), Has.All.Contains("____________（____________）：").And.All.Contains("自然人为有效证件号码）").And.None.Contains("5f5f"));
        Assert.That(PapersOf("26-institution-fined").Select(Text), Has.All.Contains("（91350100M000100Y43）："));
    }

    [Test]
    public void Before_business_is_stopped_the_hearing_is_told_and_afterwards_the_order_and_its_end()
    {
        var before = Words("27-second-recheck-failed-order-open");
        Assert.That(before, Does.Contain("应予责令停业、限期整顿（").And.Contain("尚未作出决定").And.Contain("拟责令停业整顿").And.Contain("听证").And.Not.Contain("吊销营业执照的，应当"));
        var after = Words("04-recheck-failed-business-stopped");
        Assert.That(after, Does.Not.Contain("听证").And.Contain("责停〔2025〕2号").And.Contain("期限至2025年10月31日止").And.Contain("依法吊销营业执照"));
        Assert.That(Words("15-corrected-late"), Does.Contain("依法应予吊销该产品的工业产品生产许可证").And.Contain("听证"));

        string Words(string situation) => Text(Of(situation, "cn/sampling-follow-up", PaperKind.Standing).Single());
    }

    [Test]
    public void A_display_is_told_as_restored_only_where_the_grant_had_stopped_it()
    {
        const string situation = "32-grants-taken-back-where-nothing-is-left";
        Assert.That(Of(situation, "cn/penalty-publicity", PaperKind.Standing).Select(Text), Has.One.Contains("2026〕1号").And.None.Contains("恢复公示"));
        Assert.That(Of(situation, "cn/credit-china-disclosure", PaperKind.Standing).Select(Text), Has.One.Contains("自该日起恢复公示").And.None.Contains("2026〕2号"));
    }

    [Test]
    public void A_removal_that_was_taken_back_is_told_as_that()
    {
        var lines = Of("24-removal-taken-back", "cn/serious-list", PaperKind.Standing).Single().Lines.Select(each => each.Text).ToArray();
        Assert.That(lines, Has.Some.StartsWith("2025年9月1日移出决定被撤销，恢复列入（鄂市监撤〔2025〕1号）。").And.None.Contains("所依据的行政处罚"));
        Assert.That(Of("24-removal-taken-back", "cn/serious-list", PaperKind.RepairTerms).Single().Lines.Select(each => each.Text),
            Has.Some.StartsWith("自2026年9月2日起，已经自觉履行"), "the year begins anew with the restoration");
        Assert.That(Of("02-listed-after-stoppage", "cn/serious-list", PaperKind.Standing).Single().Lines.Select(each => each.Text),
            Has.Some.Contains("被列入严重违法失信名单（").And.Some.Contains("所依据的行政处罚：").And.Some.Contains("第三项"));
    }

    [Test]
    public void The_manual_names_every_field()
    {
        var manual = File.ReadAllText(RepositoryFiles.Path("rules/README.md"));
        Assert.That(PaperField.All.Where(field => !manual.Contains($"| `{{{field.Name}}}` | {field.Says.Zh} |", StringComparison.Ordinal))
            .Select(field => field.Name), Is.Empty);
    }

    private static IEnumerable<string> Terms(string situation) =>
        Of(situation, "cn/penalty-publicity", PaperKind.RepairTerms).Single().Lines.Select(each => each.Text);
}
