using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>What a password may be, and what comparing one costs.</summary>
public class PasswordTests
{
    private static readonly Holder Zhang = new("zhang.san", false, "张三", RegionScope.All);

    [TestCase("eleven char", "11 characters", TestName = "one too few")]
    [TestCase("一二三四五六七八九十一", "11 characters", TestName = "a Chinese character is one")]
    [TestCase("🐼🐼🐼🐼🐼🐼🐼🐼🐼🐼🐼", "11 characters", TestName = "one outside of the first plane is one too")]
    [TestCase("Password1234", "everybody tries", TestName = "common, whatever its capitals")]
    [TestCase("woaini1314520", "everybody tries")]
    [TestCase("aaaabbbbccccdddd", "repeated", TestName = "four kinds")]
    [TestCase("abcdefghijklm", "row", TestName = "up the alphabet")]
    [TestCase("987654321098", "row", TestName = "down the digits, and round")]
    [TestCase("890123456789", "row", TestName = "up the digits, and round")]
    [TestCase("zyxwvutsrqponm", "row", TestName = "down the alphabet")]
    [TestCase("Zhang.San2026!", "id or the name", TestName = "id with a year")]
    [TestCase("张三张三张三张三张三张三12345", "id or the name", TestName = "name, repeated")]
    public void What_a_stranger_tries_first_is_refused_and_told_why(string password, string why)
    {
        var fault = PasswordRules.FaultIn(password, Zhang);
        Assert.That(fault?.Code, Is.EqualTo("password-weak"));
        Assert.That(fault!.What.En, Does.Contain(why));
    }

    [Test]
    public void One_that_is_too_long_to_be_typed_is_refused()
    {
        var longest = string.Concat(Enumerable.Range(0, 128).Select(number => (char)('a' + (number * 7 % 26))));
        Assert.That(PasswordRules.FaultIn(longest, Zhang), Is.Null);
        Assert.That(PasswordRules.FaultIn(longest + "x", Zhang)!.What.En, Does.Contain("128"));
    }

    [TestCase("eleven chars")]
    [TestCase("correct horse battery")]
    [TestCase("山高月小水落石出清风徐来")]
    [TestCase("  leading and trailing  ")]
    [TestCase("k7qm-4xwd-pz3e-9hth-c6rs")]
    public void Nothing_is_asked_of_capitals_digits_or_signs(string password) =>
        Assert.That(PasswordRules.FaultIn(password, Zhang), Is.Null);

    [Test]
    public void Every_initial_password_is_another_and_keeps_the_rules()
    {
        var made = Enumerable.Range(0, 200).Select(_ => PasswordText.New()).ToArray();
        Assert.That(made.Distinct().Count(), Is.EqualTo(200));
        Assert.That(made.Select(each => PasswordRules.FaultIn(each, Zhang)), Is.All.Null);
    }

    [TestCase("four words that nobody says", true)]
    [TestCase("four words that nobody says ", false)]
    [TestCase("Four words that nobody says", false)]
    [TestCase("", false)]
    public async Task A_password_is_compared_whole_and_as_it_is(string shown, bool same)
    {
        var hashing = new PasswordHashing(new PasswordCost(1_000, TimeSpan.Zero));
        var hash = await hashing.HashAsync(Browser.Good);
        Assert.That(await hashing.IsOfAsync(shown, hash), Is.EqualTo(same));
        Assert.That(await hashing.IsOfAsync(shown, null), Is.False);
        Assert.That(hash, Is.Not.EqualTo(await hashing.HashAsync(Browser.Good)), "salted");
    }

    [Test]
    public async Task Beyond_a_number_who_wants_to_sign_in_is_asked_to_come_back()
    {
        var hashing = new PasswordHashing(new PasswordCost(100_000, TimeSpan.Zero));
        var asked = Enumerable.Range(0, 60).Select(_ => hashing.IsOfAsync("x", null)).ToArray();
        var refused = 0;
        foreach (var each in asked)
        {
            try
            {
                Assert.That(await each, Is.False);
            }
            catch (SignInBusy)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.InRange(1, 28));
        Assert.That(await hashing.IsOfAsync("x", null), Is.False, "and then there is room again");
    }

    [Test]
    public void A_secret_that_somebody_put_in_the_place_of_another_is_noticed()
    {
        var set = new PasswordSet("person:zhang.san", true, "AQAAAA==");
        var act = new Act("person:one", set.What, set.Target) { Body = set.Body(), Secret = "AQAAAB==" };
        Assert.That(() => RegisterEntryReader.OfKept(act), Throws.InstanceOf<InvalidDataException>());
        var blanked = (PasswordSet)RegisterEntryReader.OfKept(act with { Secret = null });
        Assert.That((blanked.Hash, blanked.Sha256), Is.EqualTo(((string?)null, set.Sha256)));
    }

    [Test]
    public void An_admin_with_a_password_that_is_good_can_come_in()
    {
        var now = new DateTimeOffset(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
        var register = new HolderAdded("zhang", false, "张三", RegionScope.All).EnteredIn(Register.Empty with { At = now }, Register.Machine);
        register = new RoleGranted("person:zhang", Role.Admin).EnteredIn(register, Register.Machine);
        Assert.That(register.AdminsAt(now), Is.Empty);
        register = new PasswordSet("person:zhang", true, "AQAAAA==").EnteredIn(register, Register.Machine);
        Assert.That(
            (register.AdminsAt(now.AddDays(14).AddTicks(-1)).Count(), register.AdminsAt(now.AddDays(14)).Count()), Is.EqualTo((1, 0)));
    }

    [TestCase(4, 0)]
    [TestCase(5, 60)]
    [TestCase(6, 120)]
    [TestCase(8, 480)]
    [TestCase(9, 900)]
    [TestCase(int.MaxValue, 900)]
    public void The_lock_grows_to_a_bound(int failures, int seconds) =>
        Assert.That(LockOut.After(failures).TotalSeconds, Is.EqualTo(seconds));

    [Test]
    public void Failures_are_forgotten_after_a_day()
    {
        var last = new DateTimeOffset(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
        var failures = new Failures(7, last);
        Assert.That(LockOut.Next(failures, last.AddDays(1).AddTicks(-1)), Is.EqualTo(8));
        Assert.That(LockOut.Next(failures, last.AddDays(1)), Is.EqualTo(1));
        Assert.That(LockOut.IsOn(new Failures(4, last), last.AddSeconds(-1)), Is.False, "a clock that was set back locks nobody");
    }
}

/// <summary>Two workers on one record, and persons who sign in with either.</summary>
[Category(Tool.Postgres)]
public class SharedSessionTests
{
    [Test]
    public async Task A_session_of_one_worker_is_good_with_the_other_and_ends_with_both()
    {
        var server = await SharedPostgres.Server;
        string[] record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        using var folder = new TempFolder();
        var clock = StoppedClock.At("2025-07-31");
        await using var first = await RunningService.StartAsync(folder, clock, Persons.Cheaply, record);
        await using var second = await RunningService.StartAsync(folder, clock, Persons.Cheaply, record);
        await first.PersonAsync("li", [Role.Viewer]);
        await first.PersonAsync("wang", [Role.Viewer]);
        await second.KnowsWhatAsync(first);
        // Both make the first key that seals at once, and one of them has made it.
        var both = await Task.WhenAll(Browser.SignedInAsync(first, "li"), Browser.SignedInAsync(second, "wang"));
        using var li = At(second, both[0]);
        using var wang = At(first, both[1]);
        Assert.That(((await li.WhoAsync()).Said["actor"]!.ToString(), (await wang.WhoAsync()).Said["actor"]!.ToString()),
            Is.EqualTo(("person:li", "person:wang")));
        Assert.That((await first.Services.GetRequiredService<RegisterDesk>().CurrentAsync()).ProtectionKeys, Has.Count.EqualTo(1));
        Assert.That((await li.ChangeAsync(Browser.Good, "other words of li's")).Status, Is.EqualTo(200), "its token, too");
        Assert.That((await li.SignOutAsync()).Status, Is.EqualTo(200));
        await Task.Delay(300);
        using var back = At(first, li);
        Assert.That(((await both[0].WhoAsync()).Status, (await back.WhoAsync()).Status), Is.EqualTo((401, 401)));
        Assert.That((await wang.WhoAsync()).Status, Is.EqualTo(200), "control");
    }

    [Test]
    public async Task Wrong_passwords_count_whichever_worker_is_asked()
    {
        var server = await SharedPostgres.Server;
        string[] record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        using var folder = new TempFolder();
        var clock = StoppedClock.At("2025-07-31");
        await using var first = await RunningService.StartAsync(folder, clock, Persons.Cheaply, record);
        await using var second = await RunningService.StartAsync(folder, clock, Persons.Cheaply, record);
        await first.PersonAsync("li", [Role.Viewer]);
        await second.KnowsWhatAsync(first);
        for (var time = 0; time < 6; time++)
        {
            using var browser = new Browser(time % 2 == 0 ? first : second);
            Assert.That((await browser.SignInAsync("li", "wrong")).Status, Is.EqualTo(401));
        }

        foreach (var service in new[] { first, second })
        {
            using var browser = new Browser(service);
            Assert.That((await browser.SignInAsync("li", Browser.Good)).Status, Is.EqualTo(401), "locked at both");
        }

        clock.Turn(clock.GetUtcNow().AddMinutes(1));
        using var later = await Browser.SignedInAsync(second, "li");
    }

    private static Browser At(RunningService service, Browser other)
    {
        var browser = new Browser(service) { Token = other.Token };
        foreach (var cookie in other.Cookies.GetAllCookies().Cast<System.Net.Cookie>())
        {
            browser.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        }

        return browser;
    }
}
