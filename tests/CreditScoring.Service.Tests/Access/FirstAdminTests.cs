using System.Text;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>The first two admins are made at the machine, once.</summary>
public class FirstAdminTests
{
    [Test]
    public async Task The_first_admin_is_made_once_and_his_key_is_said_once_and_is_good()
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        string[] switches = ["--record", folder.In("credit.db"), "--rules", folder.In("rules")];
        using var made = new ServiceProcess(["first-admin", "--id", "zhang", "--name", "张三", .. switches]);
        Assert.That(await made.ExitAsync(), Is.Zero, made.Said);
        var key = made.Said.Split('\n').Single(line => line.StartsWith("ccs_", StringComparison.Ordinal)).Trim();
        Assert.That(made.Said, Does.Contain("还需要第二名管理员"));
        using var again = new ServiceProcess(["first-admin", "--id", "zhang", "--name", "张三", .. switches]);
        Assert.That(await again.ExitAsync(), Is.EqualTo(1));
        Assert.That(again.Said, Does.Contain("zhang can come already").And.Contain("另行指定第二名管理员"));
        using (var record = new SqliteRecord(folder.In("credit.db")))
        {
            var acts = await record.ActsAsync(new ActQuery(0, 9));
            Assert.That(acts.Select(each => (each.Act.Actor, each.Act.What)), Is.EqualTo(new[]
            {
                ("command", "person-added"), ("command", "role-granted"), ("command", "key-issued"),
            }));
        }

        var octets = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.In("credit.db")));
        Assert.That(octets, Does.Not.Contain(key[^64..]), "only its hash is kept");
        await using var service = await RunningService.StartAsync(folder, TimeProvider.System, Keyed.Wanted);
        Assert.That((await service.AskAsync(key, HttpMethod.Get, "/v1/register").ReadAsync())["entries"]!.GetValue<int>(), Is.EqualTo(3));
    }

    [Test]
    public async Task The_second_admin_is_made_at_the_machine_too_and_a_third_is_not()
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        using (var record = new SqliteRecord(folder.In("credit.db")))
        {
            var desk = new RegisterDesk(record, record, TimeProvider.System);
            foreach (var (entry, by) in new (RegisterEntry, string)[]
            {
                (new HolderAdded("zhang", false, "张三", RegionScope.All), Register.Machine),
                (new RoleGranted("person:zhang", Role.Admin), Register.Machine),
                (new HolderAdded("li", false, "李四", RegionScope.All), "person:zhang"),
                (new RoleGranted("person:li", Role.Admin), "person:zhang"),
            })
            {
                Assert.That(await desk.EnterAsync(entry, by), Is.Null);
            }
        }

        var said = new List<(int, string)>();
        foreach (var id in new[] { "zhang", "li", "wang" })
        {
            using var made = new ServiceProcess(
                ["first-admin", "--id", id, "--name", id, "--record", folder.In("credit.db"), "--rules", folder.In("rules")]);
            said.Add((await made.ExitAsync(), made.Said));
        }

        Assert.That(said.Select(each => each.Item1), Is.EqualTo(new[] { 0, 0, 1 }));
        Assert.That(said[1].Item2, Does.Not.Contain("second admin"));
        Assert.That(said[2].Item2, Does.Contain("已有管理员 li、zhang").And.Contain("there are admins, li, zhang"));
        using var kept = new SqliteRecord(folder.In("credit.db"));
        var acts = await kept.ActsAsync(new ActQuery(4, 9));
        Assert.That(acts.Select(each => (each.Act.What, each.Act.Actor)), Is.EqualTo(new[]
        {
            ("key-issued", "command"), ("role-confirmed", "command"), ("key-issued", "command"),
        }));
    }

    [Test]
    public async Task Where_no_admin_has_a_key_that_is_good_any_more_one_is_given_again_at_the_machine()
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        string[] asked = ["first-admin", "--id", "zhang", "--name", "张三", "--record", folder.In("credit.db"), "--rules", folder.In("rules")];
        using var first = new ServiceProcess(asked);
        Assert.That(await first.ExitAsync(), Is.Zero);
        using (var record = new SqliteRecord(folder.In("credit.db")))
        {
            var desk = new RegisterDesk(record, record, TimeProvider.System);
            var key = (await desk.CurrentAsync()).Keys.Values.Single();
            Assert.That(await desk.EnterAsync(new KeyRevoked(key.Id), "person:zhang"), Is.Null);
        }

        using var again = new ServiceProcess(asked);
        Assert.That(await again.ExitAsync(), Is.Zero, again.Said);
        using (var record = new SqliteRecord(folder.In("credit.db")))
        {
            var acts = await record.ActsAsync(new ActQuery(0, 99));
            Assert.That(acts.Select(each => each.Act.What), Is.EqualTo(new[]
            {
                "person-added", "role-granted", "key-issued", "key-revoked", "key-issued",
            }));
        }
    }

    [Test]
    public async Task An_admin_who_forgot_is_given_a_password_again_at_the_machine_and_nobody_else_is()
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        string[] switches = ["--record", folder.In("credit.db"), "--rules", folder.In("rules")];
        using var made = new ServiceProcess(["first-admin", "--id", "zhang", "--name", "张三", .. switches]);
        Assert.That(await made.ExitAsync(), Is.Zero, made.Said);
        foreach (var _ in new[] { 1, 2 })
        {
            using var given = new ServiceProcess(["admin-password", "--id", "zhang", .. switches]);
            Assert.That(await given.ExitAsync(), Is.Zero, given.Said);
            await using var service = await RunningService.StartAsync(folder, TimeProvider.System, Keyed.Wanted);
            using var browser = await Browser.SignedInAsync(service, "zhang", given.Said.Trim());
            Assert.That((await browser.ChangeAsync(given.Said.Trim(), Browser.Good)).Status, Is.EqualTo(200));
            Assert.That((await browser.SayAsync(HttpMethod.Get, "/v1/register")).Status, Is.EqualTo(200));
        }

        using var other = new ServiceProcess(["admin-password", "--id", "li", .. switches]);
        Assert.That(await other.ExitAsync(), Is.EqualTo(1));
        Assert.That(other.Said, Does.Contain("is no admin"));
        using var none = new ServiceProcess(["admin-password", .. switches]);
        Assert.That(await none.ExitAsync(), Is.EqualTo(2));
    }

    [TestCase("--id", "zhang")]
    [TestCase("--id", "Zhang San", "--name", "x")]
    [TestCase("--name", "x")]
    public async Task It_is_told_what_a_person_needs(params string[] asked)
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        using var process = new ServiceProcess(
            ["first-admin", .. asked, "--record", folder.In("credit.db"), "--rules", folder.In("rules")]);
        Assert.That(await process.ExitAsync(), Is.EqualTo(2));
        Assert.That(process.Said, Does.Contain("ID").Or.Contain("small letters"));
    }
}
