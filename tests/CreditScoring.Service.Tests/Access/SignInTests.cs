using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Persons sign in with passwords, work in sessions, and sign out.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class SignInTests(On on) : ServiceTest(on)
{
    private string admin = null!;
    private Browser li = null!;

    [SetUp]
    public async Task An_admin_and_a_viewer()
    {
        await Restart(Persons.Cheaply);
        admin = await Service.KeyOf("one", [Role.Admin]);
        await Service.PersonAsync("li", [Role.Viewer], "35");
        li = new Browser(Service);
    }

    [TearDown]
    public void Close() => li.Dispose();

    [Test]
    public async Task Who_signs_in_may_what_his_roles_allow_within_his_region_and_is_told_so()
    {
        var (status, said) = await li.SignInAsync("li", Browser.Good);
        Assert.That(status, Is.EqualTo(200), said.ToJsonString());
        var (_, who) = await li.WhoAsync();
        Assert.That(
            $"{who["actor"]} {who["name"]} {who["roles"]![0]} {who["region"]} {who["by"]} {who["mustChange"]} {who["expires"]} {who["idleMinutes"]}",
            Is.EqualTo("person:li li viewer 35 password false 2025-07-31T16:00:00.000Z 30"));
        Assert.That((int)(await li.AskAsync(HttpMethod.Get, "/v1/rules")).StatusCode, Is.EqualTo(200));
        Assert.That((await li.SayAsync(HttpMethod.Get, "/v1/register")).Said["code"]!.ToString(), Is.EqualTo("right-missing"));
        Assert.That((await li.SayAsync(HttpMethod.Post, "/v1/events", new JsonArray())).Said["code"]!.ToString(), Is.EqualTo("right-missing"));
    }

    [Test]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites_and_new_each_time()
    {
        var first = await Cookie("http");
        Assert.That(first, Does.StartWith("credit-session=").And.Contain("httponly").And.Contain("samesite=lax")
            .And.Contain("path=/").And.Not.Contain("secure").And.Not.Contain("domain").And.Not.Contain("expires"));
        Assert.That(await Cookie("http"), Is.Not.EqualTo(first));
        Assert.That(await Cookie("https"), Does.StartWith("__Host-credit-session=").And.Contain("; secure"));
    }

    [Test]
    public async Task What_changes_something_in_a_session_carries_its_token_and_a_key_needs_none()
    {
        await Service.AppointAsync("li", Role.Corrector);
        var hash = await Service.Services.GetRequiredService<PasswordHashing>().HashAsync(Browser.Good);
        await Service.Enter(new PasswordSet("person:li", true, hash), "person:one");
        await Service.Enter(new PasswordSet("person:li", false, hash), "person:li");
        await li.SignInAsync("li", Browser.Good);
        var former = li.Token;
        li.Token = null;
        Assert.That((await Send()).Said["code"]!.ToString(), Is.EqualTo("antiforgery-wanted"));
        Assert.That((await li.SignOutAsync()).Said["code"]!.ToString(), Is.EqualTo("antiforgery-wanted"));
        await li.SignInAsync("li", Browser.Good);
        var token = li.Token;
        li.Token = former;
        Assert.That((await Send()).Said["code"]!.ToString(), Is.EqualTo("antiforgery-wanted"), "of the session before");
        li.Token = token;
        Assert.That((await Send()).Said["code"]!.ToString(), Is.EqualTo("right-missing"), "roles that take two admins want a vouched password");
        await Service.Enter(new PasswordConfirmed("person:li"), "person:two");
        Assert.That((await Send()).Status, Is.EqualTo(200), "in the same session");
        Assert.That((int)(await Service.AskAsync(admin, HttpMethod.Post, "/v1/register", "{}")).StatusCode, Is.EqualTo(400), "a key");

        Task<(int Status, JsonNode Said)> Send() => li.SayAsync(HttpMethod.Post, "/v1/events", new JsonArray());
    }

    [Test]
    public async Task An_initial_password_is_said_once_lets_in_to_be_changed_and_for_nothing_else()
    {
        var initial = (string)(await Entered("{\"what\":\"password-set\",\"target\":\"person:li\"}"))["password"]!;
        Assert.That((await Service.AskAsync(admin, HttpMethod.Get, "/v1/register").ReadAsync()).ToJsonString(), Does.Not.Contain(initial));
        Assert.That((await li.SignInAsync("li", Browser.Good)).Status, Is.EqualTo(401), "the former one");
        var (status, said) = await li.SignInAsync("li", initial);
        Assert.That((status, (bool)said["mustChange"]!), Is.EqualTo((200, true)));
        Assert.That((await li.SayAsync(HttpMethod.Get, "/v1/rules")).Said["code"]!.ToString(), Is.EqualTo("password-initial"));
        Assert.That((await li.ChangeAsync(initial, "short")).Said["code"]!.ToString(), Is.EqualTo("password-weak"));
        Assert.That((await li.ChangeAsync(initial, initial)).Said["code"]!.ToString(), Is.EqualTo("password-weak"));
        Assert.That((await li.ChangeAsync("wrong", "a new one of li's")).Status, Is.EqualTo(401));
        (status, said) = await li.ChangeAsync(initial, "a new one of li's");
        Assert.That((status, (bool?)said["mustChange"]), Is.EqualTo((200, false)), said.ToJsonString());
        Assert.That((int)(await li.AskAsync(HttpMethod.Get, "/v1/rules")).StatusCode, Is.EqualTo(200));
        Assert.That((await new Browser(Service).SignInAsync("li", initial)).Status, Is.EqualTo(401));
        var kept = (await Service.Services.GetRequiredService<IRecord>().ActsAsync(new ActQuery(0, 99) { What = "password-set", Target = "person:li" }));
        Assert.That(kept.Select(each => each.Act.Secret is null), Is.EqualTo(new[] { true, true, true, false }), "what was replaced is blanked");
        Assert.That((await Proof.OfAsync(Service.Services.GetRequiredService<IRecord>().ChainAsync(), [])).Found, Is.Empty);
    }

    [Test]
    public async Task An_initial_password_that_nobody_uses_is_good_for_two_weeks()
    {
        var initial = (string)(await Entered("{\"what\":\"password-set\",\"target\":\"person:li\"}"))["password"]!;
        Clock.Turn("2025-08-14");
        Assert.That((await li.SignInAsync("li", initial)).Status, Is.EqualTo(401), "the first instant out");
        Clock.Turn(Clock.GetUtcNow().AddSeconds(-1));
        Assert.That((await li.SignInAsync("li", initial)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_session_ends_at_once_when_its_person_is_blocked_loses_a_role_has_another_password_or_is_signed_out()
    {
        RegisterEntry[] ends =
        [
            new HolderBlocked("person:li"), new RoleWithdrawn("person:li", Role.Scheduler),
            new PasswordSet("person:li", true, "AAAA"), new SessionsEnded("person:li"),
        ];
        foreach (var end in ends)
        {
            await Service.Enter(new RoleGranted("person:li", Role.Scheduler));
            using var browser = await Browser.SignedInAsync(Service, "li");
            await Service.Enter(end, "person:one");
            Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401), end.What);
            await Service.Enter(end is HolderBlocked ? new HolderUnblocked("person:li") : new SessionsEnded("person:li"), "person:one");
            Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401), $"{end.What}: and stays so");
            if (end is not RoleWithdrawn)
            {
                await Service.Enter(new RoleWithdrawn("person:li", Role.Scheduler));
            }

            await Service.PasswordAsync("li");
        }
    }

    [Test]
    public async Task Who_signs_out_is_out_also_with_a_copy_of_the_cookie_and_a_new_sign_in_ends_the_session_before()
    {
        await li.SignInAsync("li", Browser.Good);
        using var copy = Copy();
        Assert.That((await copy.WhoAsync()).Status, Is.EqualTo(200), "control");
        await li.SignInAsync("li", Browser.Good);
        Assert.That(((await copy.WhoAsync()).Status, (await li.WhoAsync()).Status), Is.EqualTo((401, 200)));
        using var last = Copy();
        Assert.That((await li.SignOutAsync()).Status, Is.EqualTo(200));
        Assert.That(((await last.WhoAsync()).Status, (await li.WhoAsync()).Status), Is.EqualTo((401, 401)));

        Browser Copy()
        {
            var copied = new Browser(Service);
            copied.Cookies.Add(li.Cookies.GetAllCookies());
            return copied;
        }
    }

    [Test]
    public async Task A_session_that_is_not_used_ends_after_half_an_hour_and_one_that_is_after_twelve()
    {
        var begun = Clock.GetUtcNow();
        await li.SignInAsync("li", Browser.Good);
        Clock.Turn(begun.AddMinutes(29));
        Assert.That((await li.WhoAsync()).Status, Is.EqualTo(200));
        Clock.Turn(begun.AddMinutes(58));
        Assert.That((await li.WhoAsync()).Status, Is.EqualTo(200), "it was used");
        Clock.Turn(begun.AddMinutes(89));
        Assert.That((await li.WhoAsync()).Status, Is.EqualTo(401), "for 31 minutes it was not");
        begun = Clock.GetUtcNow();
        await li.SignInAsync("li", Browser.Good);
        for (var minutes = 25; minutes < 720; minutes += 25)
        {
            Clock.Turn(begun.AddMinutes(minutes));
            Assert.That((await li.WhoAsync()).Status, Is.EqualTo(200));
        }

        Clock.Turn(begun.AddHours(12));
        Assert.That((await li.WhoAsync()).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task After_five_wrong_passwords_an_account_takes_none_for_a_while_that_grows_to_a_quarter_of_an_hour()
    {
        foreach (var minutes in new[] { 1, 2, 4, 8, 15, 15 })
        {
            await Wrong(minutes == 1 ? 5 : 1);
            var locked = Clock.GetUtcNow();
            Clock.Turn(locked.AddMinutes(minutes).AddSeconds(-1));
            Assert.That((await li.SignInAsync("li", Browser.Good)).Status, Is.EqualTo(401), $"{minutes} min");
            Clock.Turn(locked.AddMinutes(minutes));
        }

        Assert.That((await li.SignInAsync("li", Browser.Good)).Status, Is.EqualTo(200));
        await Wrong(4);
        Assert.That((await li.SignInAsync("li", Browser.Good)).Status, Is.EqualTo(200), "what failed before is forgotten");
        var auditor = await Service.KeyOf("auditor", [Role.Auditor]);
        var told = (await Service.AskAsync(auditor, HttpMethod.Get, "/v1/audit?target=person:li&limit=100").ReadAsync())["items"]!.AsArray()
            .Select(each => (string)each!["what"]!).Where(what => what.StartsWith("sign", StringComparison.Ordinal)).ToArray();
        Assert.That(told, Is.EqualTo(Enumerable.Repeat("signin-failed", 4).Concat(Enumerable.Repeat("signin-locked", 6))
            .Append("signed-in").Concat(Enumerable.Repeat("signin-failed", 4)).Append("signed-in").Append("signed-out")));

        async Task Wrong(int times)
        {
            for (var time = 0; time < times; time++)
            {
                Assert.That((await li.SignInAsync("li", "not the password")).Status, Is.EqualTo(401));
            }
        }
    }

    [Test]
    public async Task Of_many_guesses_at_once_five_count()
    {
        var guesses = Enumerable.Range(0, SignInShares.Most).Select(number => Guess($"guess number {number}"));
        Assert.That(await Task.WhenAll(guesses), Is.All.EqualTo(401));
        Assert.That(await Guess(Browser.Good), Is.EqualTo(401), "it is locked");
        var kept = await Service.Services.GetRequiredService<IRecord>().ActsAsync(new ActQuery(0, 99) { Target = "person:li" });
        Assert.That(kept.Select(each => each.Act.What).Where(what => what.StartsWith("signin-", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "signin-failed", "signin-failed", "signin-failed", "signin-failed", "signin-locked" }));

        async Task<int> Guess(string password)
        {
            using var browser = new Browser(Service);
            return (await browser.SignInAsync("li", password)).Status;
        }
    }

    [Test]
    public async Task Who_gave_the_initial_password_is_not_the_one_who_vouches_for_it()
    {
        await Service.AppointAsync("li", Role.Auditor);
        var two = await Service.KeyOf("two", [Role.Admin]);
        await Entered("{\"what\":\"password-set\",\"target\":\"person:li\"}");
        const string confirm = "{\"what\":\"password-confirmed\",\"target\":\"person:li\"}";
        Assert.That((int)(await Service.AskAsync(admin, HttpMethod.Post, "/v1/register", confirm)).StatusCode, Is.EqualTo(409));
        var early = await Service.AskAsync(two, HttpMethod.Post, "/v1/register", confirm);
        Assert.That(await early.Content.ReadAsStringAsync(), Does.Contain("password-initial"), "whoever gave it could sign in with it");
        var hash = await Service.Services.GetRequiredService<PasswordHashing>().HashAsync(Browser.Good);
        await Service.Enter(new PasswordSet("person:li", false, hash), "person:li");
        await Service.AskAsync(two, HttpMethod.Post, "/v1/register", confirm).ReadAsync();
        Assert.That((await Service.AskAsync(admin, HttpMethod.Get, "/v1/register").ReadAsync())["holders"]!.AsArray()
            .Single(each => (string?)each!["target"] == "person:li")!["password"]!["counts"]!.GetValue<bool>(), Is.True);
    }

    private async Task<JsonNode> Entered(string entry) =>
        await Service.AskAsync(admin, HttpMethod.Post, "/v1/register", entry).ReadAsync();

    private async Task<string> Cookie(string scheme)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/session")
        {
            Content = new StringContent($"{{\"id\":\"li\",\"password\":\"{Browser.Good}\"}}", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Forwarded-Proto", scheme);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Service.Http.BaseAddress };
        var answer = await http.SendAsync(request);
        return answer.Headers.GetValues("Set-Cookie").Single(each => each.Contains("session", StringComparison.Ordinal));
    }
}
