using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>One corrector proposes, another person confirms, by the forms of the pages.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class CorrectionTests(On on) : CorrectionTest(on)
{
    [Test]
    public async Task An_annulment_takes_effect_once_another_person_has_confirmed_it_and_not_before()
    {
        var (_, enterprise) = await GetAsync(Zhang, $"/enterprises/{Sent.Shop}");
        Assert.That(enterprise, Does.Contain($"/corrections/new?subject={Sent.Shop}&amp;event=bureau%2Fe1"));
        Assert.That((await GetAsync(Zhang, $"/corrections/new?subject={Sent.Shop}&event=bureau/e1")).Page, Does.Contain("how=annulled"));
        Assert.That((await GetAsync(Zhang, $"/corrections/new?subject={Sent.Shop}&event=bureau/e1&how=annulled")).Page, Does.Contain("name=\"reason\""));

        var page = await ProposeAsync(Zhang, Form());
        var (status, shown) = await GetAsync(Wang, page);
        Assert.That(status, Is.EqualTo(200));
        Assert.That(shown, Does.Contain("复议撤销").And.Contain("榕市监撤〔2025〕3号").And.Contain("person:zhang").And.Contain("等级变化"));
        Assert.That((await GetAsync(Wang, "/corrections")).Page, Does.Contain(page).And.Contain("待另一人确认"));
        Assert.That((await TierAsync(), await EventsAsync()), Is.EqualTo(("D", 1)), "a proposal changes nothing");
        Assert.That((await GetAsync(Wang, $"/corrections/new?subject={Sent.Shop}&event=bureau/e1")).Page, Does.Contain("已有待确认的更正"));

        Assert.That((await PostAsync(Wang, $"{page}/confirm")).Status, Is.EqualTo(302));
        Assert.That((await TierAsync(), await EventsAsync()), Is.EqualTo(("A", 2)));
        Assert.That((await GetAsync(Zhang, page)).Page, Does.Contain("已确认生效").And.Contain("person:wang").And.Not.Contain("/confirm"));
        Assert.That((await GetAsync(Zhang, "/corrections")).Page, Does.Contain("没有待确认的更正").And.Contain(page));
    }

    [Test]
    public async Task Nobody_confirms_his_own_neither_in_his_session_nor_with_a_key_of_his()
    {
        var page = await ProposeAsync(Zhang, Form());
        Assert.That((await GetAsync(Zhang, page)).Page, Does.Contain("disabled").And.Contain("提出人不得自己确认"));
        var (status, told) = await PostAsync(Zhang, $"{page}/confirm");
        Assert.That(status, Is.EqualTo(409));
        Assert.That(told, Does.Contain("role=\"alert\""));

        var made = KeyText.New();
        await Service.Enter(new KeyIssued(new AccessKey(
            made.Id, "person:zhang", [Role.Corrector], null, RegionScope.All, new DateOnly(2025, 12, 31), made.Hash)));
        await Service.Enter(new KeyConfirmed(made.Id), "person:two");
        Assert.That(await PostWithKeyAsync($"{made}", $"{page}/confirm"), Is.EqualTo(409));
        Assert.That((await TierAsync(), await EventsAsync()), Is.EqualTo(("D", 1)));
        Assert.That((await ActsAsync(page)).Select(each => each.What), Is.EqualTo(new[] { "correction-proposed" }));
    }

    [Test]
    public async Task What_was_refused_or_withdrawn_changes_nothing_and_is_not_confirmed_afterwards()
    {
        var refused = await ProposeAsync(Zhang, Form());
        Assert.That((await PostAsync(Wang, $"{refused}/refuse", ("reason", " "))).Status, Is.EqualTo(409), "a reason is wanted");
        Assert.That((await PostAsync(Zhang, $"{refused}/refuse", ("reason", "no"))).Status, Is.EqualTo(409), "one's own is withdrawn");
        Assert.That((await PostAsync(Wang, $"{refused}/withdraw")).Status, Is.EqualTo(409), "another's is refused");
        Assert.That((await PostAsync(Wang, $"{refused}/refuse", ("reason", "复议决定书\n未附"))).Status, Is.EqualTo(302));
        Assert.That((await GetAsync(Zhang, refused)).Page, Does.Contain("已拒绝").And.Contain("复议决定书 未附"));

        var withdrawn = await ProposeAsync(Zhang, Form());
        Assert.That((await PostAsync(Zhang, $"{withdrawn}/withdraw")).Status, Is.EqualTo(302));
        foreach (var page in new[] { refused, withdrawn })
        {
            Assert.That((await PostAsync(Wang, $"{page}/confirm")).Status, Is.EqualTo(409));
            Assert.That((await PostAsync(Wang, $"{page}/refuse", ("reason", "again"))).Status, Is.EqualTo(409));
            Assert.That(await ActsAsync(page), Has.Count.EqualTo(2));
        }

        Assert.That((await TierAsync(), await EventsAsync()), Is.EqualTo(("D", 1)));
    }

    [Test]
    public async Task Of_many_who_confirm_at_once_and_again_one_event_comes_and_one_act_says_so()
    {
        var page = await ProposeAsync(Zhang, Form());
        var li = await CorrectorAsync("li");
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(each => PostAsync(each % 2 == 0 ? Wang : li, $"{page}/confirm")));
        Assert.That(all.Select(each => each.Status), Has.All.EqualTo(302));
        Assert.That((await PostAsync(li, $"{page}/confirm")).Status, Is.EqualTo(302));
        Assert.That((await TierAsync(), await EventsAsync()), Is.EqualTo(("A", 2)));
        Assert.That((await ActsAsync(page)).Select(each => each.What), Is.EqualTo(new[] { "correction-proposed", "correction-confirmed" }));
    }

    [Test]
    public async Task Of_who_confirms_and_who_refuses_at_once_one_is_heard_and_the_file_agrees()
    {
        var page = await ProposeAsync(Zhang, Form());
        var li = await CorrectorAsync("li");
        var both = await Task.WhenAll(
            PostAsync(Wang, $"{page}/confirm"), PostAsync(li, $"{page}/refuse", ("reason", "not so")));
        Assert.That(both.Select(each => each.Status), Is.EquivalentTo(new[] { 302, 409 }));
        var acts = await ActsAsync(page);
        Assert.That(acts, Has.Count.EqualTo(2));
        Assert.That(await TierAsync(), Is.EqualTo(acts[1].What == "correction-confirmed" ? "A" : "D"));
    }

    [Test]
    public async Task A_confirmation_is_kept_with_its_event_or_neither_is_and_is_given_again()
    {
        var page = await ProposeAsync(Zhang, Form());
        var (isGone, events) = (true, 0);
        await Restart(services =>
        {
            Persons.Cheaply(services);
            RecordInFront.Doing(_ => Task.CompletedTask, (what, given) =>
            {
                if (what == "CommitAsync" && ((RecordBatch)given!).Acts.Any(each => each.What == "correction-confirmed"))
                {
                    events += ((RecordBatch)given).Filed.Count;
                    _ = isGone ? throw new RecordUnavailable("the disk is gone") : 0;
                }
            })(services);
        });
        using var wang = await Browser.SignedInAsync(Service, "wang");
        Assert.That((await PostAsync(wang, $"{page}/confirm")).Status, Is.EqualTo(503));
        Assert.That((events, (await ActsAsync(page)).Count, await EventsAsync()), Is.EqualTo((1, 1, 1)));
        Assert.That((await GetAsync(wang, page)).Page, Does.Contain("待另一人确认"));

        isGone = false;
        Assert.That((await PostAsync(wang, $"{page}/confirm")).Status, Is.EqualTo(302));
        Assert.That((events, (await ActsAsync(page)).Count, await EventsAsync()), Is.EqualTo((2, 2, 2)));
        Assert.That(await TierAsync(), Is.EqualTo("A"));
    }

    [Test]
    public async Task Who_is_not_competent_for_the_region_sees_proposes_and_confirms_nothing()
    {
        var page = await ProposeAsync(Zhang, Form());
        var (there, here) = (await CorrectorAsync("south", "44"), await CorrectorAsync("local", "3501"));
        Assert.That((await GetAsync(there, "/corrections")).Page, Does.Not.Contain(page));
        Assert.That((await GetAsync(there, page)).Status, Is.EqualTo(404));
        foreach (var what in new[] { "confirm", "refuse", "withdraw" })
        {
            Assert.That((await PostAsync(there, $"{page}/{what}", ("reason", "x"))).Status, Is.EqualTo(404), what);
        }

        Assert.That((await there.PostFormAsync("/corrections", Form())).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
        Assert.That((await GetAsync(there, $"/corrections/new?subject={Sent.Shop}&event=bureau/e1")).Status, Is.EqualTo(404));
        Assert.That(await TierAsync(), Is.EqualTo("D"));

        Assert.That((await GetAsync(here, "/corrections")).Page, Does.Contain(page));
        Assert.That((await PostAsync(here, $"{page}/confirm")).Status, Is.EqualTo(302));
        Assert.That(await TierAsync(), Is.EqualTo("A"));
    }

    [Test]
    public async Task An_amount_is_amended_and_what_is_left_empty_stays_and_what_has_no_value_goes()
    {
        var form = (await GetAsync(Zhang, $"/corrections/new?subject={Sent.Shop}&event=bureau/e1&how=amended")).Page;
        Assert.That(form, Does.Contain("罚款（元）").And.Contain("<b>300元</b>").And.Contain("none.note").And.Not.Contain("none.result"));
        var page = await ProposeAsync(Zhang, Form("amended", ("f.fine", "30"), ("none.note", "true")));
        Assert.That((await GetAsync(Wang, page)).Page, Does.Contain("<b>30元</b>").And.Contain("12 分").And.Contain("6 分").And.Contain("不再有值"));
        Assert.That(await TierAsync(), Is.EqualTo("D"));
        Assert.That((await PostAsync(Wang, $"{page}/confirm")).Status, Is.EqualTo(302));
        Assert.That(await TierAsync(), Is.EqualTo("C"));
        Assert.That(
            (await GetAsync(Zhang, $"/corrections/new?subject={Sent.Shop}&event=bureau/e1&how=amended")).Page, Does.Contain("<b>30元</b>").And.Not.Contain("first"));
    }

    [Test]
    public async Task What_is_wrong_with_a_proposal_is_told_in_the_form_and_nothing_is_kept()
    {
        foreach (var (wrong, told) in new[]
        {
            (Form("annulled", ("day", "2026-01-01")), "day-in-future"), (Form("annulled", ("day", "yesterday")), "day"),
            (Form("amended", ("f.fine", "thirty")), "f.fine"), (Form("amended", ("f.fine", "-1")), "f.fine"), (Form("amended"), "nothing-amended"),
        })
        {
            var answer = await Zhang.PostFormAsync("/corrections", wrong);
            Assert.That((int)answer.StatusCode, Is.EqualTo(422), told);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("role=\"alert\"").And.Contain(told).And.Contain("复议撤销"));
        }

        Assert.That((int)(await Zhang.PostFormAsync("/corrections", Form("annulled", ("reason", "  ")))).StatusCode, Is.EqualTo(409));
        Assert.That((int)(await Zhang.PostFormAsync("/corrections", Form("sampling-result", ("f.result", "passed")))).StatusCode, Is.GreaterThanOrEqualTo(400));
        Assert.That((int)(await Zhang.PostFormAsync("/corrections", Form("annulled", ("event", "bureau/none")))).StatusCode, Is.EqualTo(404));
        Assert.That((await GetAsync(Zhang, "/corrections")).Page, Does.Contain("没有待确认的更正"));
    }

    [Test]
    public async Task What_the_catalogue_of_today_does_not_take_is_told_with_its_mend_and_the_proposal_stays_open()
    {
        var page = await ProposeAsync(Zhang, Form("amended", ("f.fine", "30")));
        await WriteAsync("events/kinds.json", kinds => kinds.Replace("\"atLeast\": 0", "\"atLeast\": 100"));
        await Restart(Persons.Cheaply);
        using var wang = await Browser.SignedInAsync(Service, "wang");
        var (status, told) = await PostAsync(wang, $"{page}/confirm");
        Assert.That(status, Is.EqualTo(422));
        Assert.That(told, Does.Contain("out-of-bounds").And.Contain("role=\"alert\"").And.Contain("待另一人确认"));
        Assert.That((await TierAsync(), await EventsAsync()), Is.EqualTo(("D", 1)));

        await WriteAsync("events/kinds.json", kinds => kinds.Replace("\"atLeast\": 100", "\"atLeast\": 0"));
        await Restart(Persons.Cheaply);
        using var again = await Browser.SignedInAsync(Service, "wang");
        Assert.That((await PostAsync(again, $"{page}/confirm")).Status, Is.EqualTo(302));
        Assert.That(await TierAsync(), Is.EqualTo("C"));
    }

    [Test]
    public async Task Where_nobody_signs_in_it_is_said_that_nobody_is_told_apart_and_once_keys_are_wanted_nobody_confirms_it()
    {
        await Restart();
        using var nobody = new Browser(Service);
        var (first, second) = (await ProposeAsync(nobody, Form()), await ProposeAsync(nobody, Form()));
        Assert.That((await GetAsync(nobody, first)).Page, Does.Contain("分辨不出何人提出"));
        Assert.That((await PostAsync(nobody, $"{first}/confirm")).Status, Is.EqualTo(302));
        Assert.That((await ActsAsync(first))[1].Body, Does.Contain("\"otherPerson\":false"));
        Assert.That((await GetAsync(nobody, first)).Page, Does.Contain("不能认定是另一人"));

        await Restart(Persons.Cheaply);
        using var wang = await Browser.SignedInAsync(Service, "wang");
        var (status, told) = await PostAsync(wang, $"{second}/confirm");
        Assert.That(status, Is.EqualTo(409));
        Assert.That(told, Does.Contain("不知何人提出"));
    }

    [Test]
    public async Task Its_pages_call_the_enterprise_by_its_name()
    {
        await WriteAsync("events/kinds.json", kinds => kinds.Replace("{ \"kind\": \"annulled\"", """
            { "kind": "profile", "zh": "登记信息", "en": "profile", "fields": [
              { "name": "name", "type": "text", "zh": "名称", "en": "name" } ] },
            { "kind": "annulled"
            """));
        await Restart(Persons.Cheaply);
        using var zhang = await Browser.SignedInAsync(Service, "zhang");
        var key = await Service.KeyOf("registry", [Role.Ingest], isSystem: true, source: "registry");
        var profile = Sent.Failed("p1", "2024-01-01").With("kind", "profile").With("source", "registry")
            .With("data", new System.Text.Json.Nodes.JsonObject { ["name"] = "福州茶厂" });
        await Service.AskAsync(key, HttpMethod.Post, "/v1/events", profile.ToJsonString()).ReadAsync();
        var page = await ProposeAsync(zhang, Form());
        foreach (var path in new[] { "/corrections", page, $"/corrections/new?subject={Sent.Shop}&event=bureau/e1" })
        {
            Assert.That((await GetAsync(zhang, path)).Page, Does.Match($"href=\"/enterprises/{Sent.Shop}\">\\s*(<b>)?福州茶厂"), path);
        }
    }
}
