using CreditScoring.Documents;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Tests.Access;

/// <summary>What one admin alone cannot do: come as another one, vouch too early, leave nobody.</summary>
public class SecondAdminTests : RegisterTest
{
    [Test]
    public void One_admin_makes_no_way_in_to_come_as_another_admin_who_can_come_already()
    {
        Enter(KeyOf("person:two", "a0"), "person:one");
        Assert.That(Register.Keys["a0"].Counts, "the first one of an admin, who could not come before");
        Enter(KeyOf("person:two", "a1"), "person:one");
        Assert.That(Register.Keys["a1"].Counts, Is.False);
        Refused("second-person", new KeyConfirmed("a1"), "person:one");
        Enter(new KeyConfirmed("a1"), "person:two");
        Assert.That(Register.Keys["a1"].Counts, "whose it is agrees");

        Enter(new PasswordSet("person:two", true, "h"), "person:one");
        Enter(new PasswordSet("person:two", false, "h"), "person:two");
        Enter(new IdentityBound("person:two", Known), "person:one");
        foreach (var identity in new[] { null, $"{Known}" })
        {
            Assert.That(RolesIn(identity), Is.Empty);
        }

        Enter(new HolderAdded("three", false, "three", RegionScope.All));
        Enter(new PasswordConfirmed("person:two"), "person:three");
        Enter(new IdentityConfirmed("person:two", Known), "person:three");
        foreach (var identity in new[] { null, $"{Known}" })
        {
            Assert.That(RolesIn(identity), Is.EqualTo(new[] { Role.Admin }));
        }

        IReadOnlyList<Role> RolesIn(string? identity)
        {
            var holder = Register.Holders["person:two"];
            var until = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);
            return Register.CallerOf(new Session("0f", holder.Target, holder.Stamp, until) { Identity = identity }, until.AddDays(-1))!.Roles;
        }

        static KeyIssued KeyOf(string owner, string id) => new(new AccessKey(
            id, owner, [Role.Admin], null, RegionScope.All, Today, Made.Hash));
    }

    [Test]
    public void The_first_password_of_an_admin_needs_no_second_one()
    {
        Enter(new PasswordSet("person:two", true, "h"), "person:one");
        Enter(new PasswordSet("person:two", false, "h"), "person:two");
        Assert.That(Register.Holders["person:two"].Password!.IsFirst);
    }

    [Test]
    public void A_password_is_vouched_for_once_its_person_has_changed_it()
    {
        Enter(new PasswordSet("person:li", true, "h"), "person:one");
        Refused("password-initial", new PasswordConfirmed("person:li"), "person:two");
        Enter(new PasswordSet("person:li", false, "h2"), "person:li");
        Enter(new PasswordConfirmed("person:li"), "person:two");
    }

    [Test]
    public void The_last_admin_of_all_regions_is_the_last_one()
    {
        Enter(new HolderAdded("fujian", false, "fujian", new RegionScope("35")), "person:one");
        Enter(new RoleGranted("person:fujian", Role.Admin), "person:one");
        Enter(new HolderBlocked("person:two"), "person:one");
        Refused("last-admin", new HolderBlocked("person:one"), "person:one");
        Refused("last-admin", new RoleWithdrawn("person:one", Role.Admin), "person:fujian");
        Enter(new HolderBlocked("person:fujian"), "person:one");
    }

    [Test]
    public void An_own_password_is_not_set_while_wrong_ones_have_locked_the_account()
    {
        Enter(new PasswordSet("person:li", true, "h"), "person:one");
        var now = new DateTimeOffset(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
        Register = Register with { At = now };
        Enter(new SignInFailed("person:li", 5) { Now = now }, "person:li");
        Refused(
            "signin-refused", new PasswordSet("person:li", false, "h2") { Now = now.AddSeconds(1) }, "person:li");
    }

    [TestCase("person:li\n")]
    [TestCase("person:li\r\n")]
    [TestCase("person:li ")]
    public void An_id_ends_with_a_letter_or_a_digit(string target)
    {
        var flaws = new List<Flaw>();
        var text = new System.Text.Json.Nodes.JsonObject { ["what"] = "person-added", ["target"] = target, ["name"] = "Li" };
        Assert.That(RegisterEntryReader.OfAsked(new SourceText("body", text.ToJsonString()), Made, flaws), Is.Null);
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EqualTo(new[] { "target-invalid" }));
    }
}
