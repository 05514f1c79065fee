using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>How old the last back-up is, as far as that can be known.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class BackupAgeTests(On on) : ServiceTest(on)
{
    private readonly On on = on;

    private string Mark => Folder.In("backed-up");

    [Test]
    public async Task What_the_operators_own_job_leaves_is_told_as_the_last_back_up_and_as_late_after_a_day()
    {
        await Restart(Marked);
        Assert.That(await PageAsync(), on == On.Sqlite ? Does.Contain("用 backup 命令备份") : Does.Contain("没有更新过此文件").And.Contain(Mark));
        await File.WriteAllTextAsync(Mark, "");
        File.SetLastWriteTimeUtc(Mark, Clock.GetUtcNow().AddHours(-20).UtcDateTime);
        Assert.That(await PageAsync(), Does.Match("<b class=\"num \">\\s*20 小时前\\s*</b>"));
        File.SetLastWriteTimeUtc(Mark, Clock.GetUtcNow().AddDays(-3).UtcDateTime);
        Assert.That(await PageAsync(), Does.Match("<b class=\"num late-figure\">\\s*3 天前\\s*</b>"));
    }

    [Test]
    public async Task Without_it_nothing_is_claimed()
    {
        Assert.That(await PageAsync(), on == On.Sqlite ? Does.Contain("用 backup 命令备份") : Does.Contain("<b>不知</b>").And.Contain("Record:BackupMark"));
    }

    private Task<string> PageAsync() => Service.Http.GetStringAsync("/operation");

    private void Marked(IServiceCollection services)
    {
        var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(settings with { BackupMark = Mark });
    }
}
