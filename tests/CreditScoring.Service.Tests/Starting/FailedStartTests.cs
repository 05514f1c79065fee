using CreditScoring.Service.Starting;
using CreditScoring.Service.Tests.Given;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CreditScoring.Service.Tests.Starting;

/// <summary>A start that fails midway has begun some of the work already.</summary>
[TestFixture]
public class FailedStartTests
{
    [Test]
    public async Task What_was_begun_is_stopped_before_the_record_is_closed()
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        var begun = new Begun();
        var app = Program.Build(
            ["--record", folder.In("credit.db"), "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"],
            TimeProvider.System,
            services => services.AddSingleton<IHostedService>(begun).AddHostedService<Failing>());
        await using (app)
        {
            Assert.ThrowsAsync<NotSupportedException>(app.RunToEndAsync);
            Assert.That(begun.Is, Is.False);
        }
    }

    private sealed class Begun : IHostedService
    {
        public bool Is { get; private set; } = true;

        public Task StartAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StopAsync(CancellationToken stop)
        {
            Is = false;
            return Task.CompletedTask;
        }
    }

    private sealed class Failing : IHostedService
    {
        public Task StartAsync(CancellationToken stop) => throw new NotSupportedException();

        public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
    }
}
