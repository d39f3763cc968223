"""Moto on a free port of the loopback device, closer to AWS where our tests would notice the difference.

The first line of its output is `port N`. It ends when its standard input does, so that it never outlives the
test that started it. Answers `POST /emulator/faults` beside everything that moto answers; see Faults.
"""

import base64
import functools
import json
import socket
import sys
import threading
import time
import uuid
from email.utils import formatdate

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.codedeploy import models as codedeploy
from moto.core import responses as core_responses
from moto.dynamodb.responses import DynamoHandler
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.kms import models as kms
from moto.kms import responses as kms_responses
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.rds import models as rds
from moto.s3 import models as s3
from moto.s3 import responses as s3_responses
from werkzeug.serving import WSGIRequestHandler, make_server

READS = ("Describe", "Get", "List", "Query", "Scan", "BatchGet", "Decrypt", "Verify", "GenerateDataKey")


class Faults:
    """Lets some writing requests pass and fails the ones after them.

    The body of the request is JSON: `after` is how many may pass, `times` how many then fail, `kind` how:
    `refuse` drops the connection before the request is carried out, `lose` carries it out and drops the answer,
    `slow` waits for `seconds` and then carries it out, `date` has the answer tell a time that many seconds later, `stall` and `stall-after` hold it until faults are set anew,
    before or after it is carried out, and then drop the connection, and a number is an HTTP status with the error code `code`. An optional `match` is a text that must occur in
    the request line, in X-Amz-Target or in the signature of the requests that count, which may then be reads too. The answer tells
    how many requests counted since the last call; that to a GET how many are held now.
    """

    def __init__(self, app):
        self.app = app
        self.lock = threading.Lock()
        self.released = threading.Event()
        self.set({})

    def set(self, wanted):
        self.after = wanted.get("after", 0)
        self.times = wanted.get("times", 0)
        self.kind = wanted.get("kind", "refuse")
        self.code = wanted.get("code", "InternalError")
        self.match = wanted.get("match")
        self.seconds = wanted.get("seconds", 1)
        self.counted = 0
        self.released.set()
        self.released = threading.Event()
        self.held = 0

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == "/emulator/faults":
            return self.control(environ, start_response)
        fault, released = self.next_fault(environ)
        if fault == "slow":
            time.sleep(self.seconds)
        if fault is None or fault == "slow":
            return self.app(environ, start_response)
        if fault == "date":
            return self.app(environ, self.at_another_time(start_response))
        if fault == "refuse":
            return self.drop(environ)
        if fault in ("lose", "stall-after"):
            list(self.app(environ, lambda *_: None))
        if fault in ("stall", "stall-after"):
            self.hold(released)
        if fault in ("lose", "stall", "stall-after"):
            return self.drop(environ)
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if "HTTP_X_AMZ_TARGET" in environ:
            body = json.dumps({"__type": self.code, "message": "a fault of the test"})
        else:
            body = f"<Error><Code>{self.code}</Code><Message>a fault of the test</Message></Error>"
            if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
                body = f"<ErrorResponse>{body}</ErrorResponse>"
        start_response(f"{fault} Fault", [("Content-Type", "text/plain")])
        return [body.encode()]

    def control(self, environ, start_response):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        with self.lock:
            told = self.held
            if environ["REQUEST_METHOD"] == "POST":
                told = self.counted
                self.set(json.loads(body))
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [str(told).encode()]

    def next_fault(self, environ):
        if not self.counts(environ):
            return None, self.released
        with self.lock:
            self.counted += 1
            if self.after < self.counted <= self.after + self.times:
                return self.kind, self.released
        return None, self.released

    def hold(self, released):
        with self.lock:
            self.held += released is self.released
        released.wait(timeout=60)

    def counts(self, environ):
        target = environ.get("HTTP_X_AMZ_TARGET", "")
        query = environ.get("QUERY_STRING", "")
        line = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}?{query} {target}"
        if self.match is not None:
            return self.match in line + " " + environ.get("HTTP_AUTHORIZATION", "")
        if target:
            return not target.split(".")[-1].startswith(READS)
        # what remains of POST is S3's bulk delete; other services than S3 ask with form fields
        form = environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded")
        return environ["REQUEST_METHOD"] in ("PUT", "POST", "DELETE") and not form

    def at_another_time(self, start_response):
        def start(status, headers, *more):
            kept = [(name, value) for name, value in headers if name.lower() != "date"]
            return start_response(status, [*kept, ("Date", formatdate(time.time() + self.seconds, usegmt=True))], *more)

        return start

    @staticmethod
    def drop(environ):
        environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        raise ConnectionError("a fault of the test")


def take_http_for_tls():
    """Moto ignores conditions, so a policy that denies plain HTTP would deny everything."""
    ask = s3.FakeBucket.get_permission

    def only_with_tls(statement):
        condition = statement.get("Condition", {})
        insecure = condition.get("Bool", {}).get("aws:SecureTransport")
        return statement["Effect"] == "Deny" and (
            str(insecure).lower() == "false" or "s3:TlsVersion" in condition.get("NumericLessThan", {})
        )

    def get_permission(self, action, resource):
        if self.policy is None:
            return ask(self, action, resource)
        whole = self.policy
        policy = json.loads(whole)
        policy["Statement"] = [s for s in policy["Statement"] if not only_with_tls(s)]
        if not policy["Statement"]:
            from moto.iam.access_control import PermissionResult

            return PermissionResult.NEUTRAL
        try:
            self.policy = json.dumps(policy).encode()
            return ask(self, action, resource)
        finally:
            self.policy = whole

    s3.FakeBucket.get_permission = get_permission


def tell_buckets_of_others_and_of_other_regions():
    """Moto shows any bucket to anybody; S3 answers 403 for another's and 301 for one of another region."""
    head = s3_responses.S3Response.head_bucket

    def head_bucket(self):
        answer = head(self)
        if answer[0] != 200:
            return answer
        bucket = self.backend.get_bucket(self.bucket_name)
        place = {"x-amz-bucket-region": bucket.region_name}
        expected = self.headers.get("x-amz-expected-bucket-owner", bucket.account_id)
        if bucket.account_id != self.current_account or bucket.account_id != expected:
            return 403, place, ""
        scope = self.headers.get("Authorization", "").partition("Credential=")[2].split("/")
        if len(scope) > 2 and scope[2] != bucket.region_name:
            return 301, place, ""
        return answer

    s3_responses.S3Response.head_bucket = head_bucket


def lock_objects_of_buckets_in_use():
    """S3 takes object lock on a bucket that holds objects since 2023; moto does not."""

    def put_object_lock_configuration(self, bucket_name, lock_enabled, mode=None, days=None, years=None):
        bucket = self.get_bucket(bucket_name)
        if not bucket.is_versioned:
            raise s3.InvalidBucketState("Versioning must be 'Enabled' on the bucket")
        bucket.object_lock_enabled = bucket.object_lock_enabled or lock_enabled
        bucket.default_lock_mode, bucket.default_lock_days, bucket.default_lock_years = mode, days, years

    s3.S3Backend.put_object_lock_configuration = put_object_lock_configuration


def keep_old_versions_by_number():
    """Moto forgets how many old versions a lifecycle rule keeps whatever their age."""
    remember = s3.FakeBucket.set_lifecycle
    answer = s3_responses.S3Response.get_bucket_lifecycle

    def set_lifecycle(self, rules):
        remember(self, rules)
        for rule, said in zip(self.rules, rules):
            rule.kept_versions = (said.get("NoncurrentVersionExpiration") or {}).get("NewerNoncurrentVersions")

    def get_bucket_lifecycle(self):
        rules = self.backend.get_bucket_lifecycle(self.bucket_name) or []
        serialized = self.serialized

        def with_kept_versions(result):
            for rule, said in zip(rules, result.result["Rules"]):
                if rule.kept_versions is not None:
                    said["NoncurrentVersionExpiration"]["NewerNoncurrentVersions"] = rule.kept_versions
            return serialized(result)

        self.serialized = with_kept_versions
        try:
            return answer(self)
        finally:
            del self.serialized

    s3.FakeBucket.set_lifecycle = set_lifecycle
    s3_responses.S3Response.get_bucket_lifecycle = get_bucket_lifecycle


def encrypt_tables_later():
    """Moto takes the key of a table only when it makes the table."""
    update = DynamoHandler.update_table

    def update_table(self):
        answer = update(self)
        wanted = self.body.get("SSESpecification")
        if wanted is not None:
            self.dynamodb_backend.get_table(self.body["TableName"]).sse_specification = wanted
        return answer

    DynamoHandler.update_table = update_table


def sign_digests_as_they_are():
    """Moto hashes what it is to sign also where it is told that this is a hash already."""
    sign = kms_responses.KmsResponse.sign

    def sign_digest(self):
        if self._get_param("MessageType") != "DIGEST":
            return sign(self)
        key = self.kms_backend.describe_key(self._get_param("KeyId"))
        hashed = ec.ECDSA(Prehashed(hashes.SHA256()))
        signature = key.private_key.private_key.sign(self._get_param("Message"), hashed)
        answer = {"KeyId": key.arn, "Signature": base64.b64encode(signature).decode()}
        return json.dumps({**answer, "SigningAlgorithm": self._get_param("SigningAlgorithm")})

    kms_responses.KmsResponse.sign = sign_digest


def tell_databases_apart():
    """Moto gives every database the same resource id, by which the provider looks for it."""
    init = rds.DBInstance.__init__
    replicate = rds.RDSBackend.create_db_instance_read_replica

    def new_id():
        return "db-" + uuid.uuid4().hex[:26].upper()

    def with_own_id(self, *args, **kwargs):
        init(self, *args, **kwargs)
        self.dbi_resource_id = new_id()

    def replica_with_own_id(self, *args, **kwargs):
        replica = replicate(self, *args, **kwargs)
        replica.dbi_resource_id = new_id()
        return replica

    rds.DBInstance.__init__ = with_own_id
    rds.RDSBackend.create_db_instance_read_replica = replica_with_own_id


def tag_scalable_targets():
    """The provider asks for the tags of what it registered, which moto does not know."""
    register = ApplicationAutoScalingResponse.register_scalable_target
    tags = {}

    def register_scalable_target(self):
        answer = register(self)
        arn = json.loads(answer).get("ScalableTargetARN")
        if arn:
            tags[arn] = dict(self._get_param("Tags") or {})
        return answer

    def list_tags_for_resource(self):
        return json.dumps({"Tags": tags.get(self._get_param("ResourceARN"), {})})

    def tag_resource(self):
        tags.setdefault(self._get_param("ResourceARN"), {}).update(self._get_param("Tags"))
        return "{}"

    def untag_resource(self):
        for key in self._get_param("TagKeys"):
            tags.get(self._get_param("ResourceARN"), {}).pop(key, None)
        return "{}"

    for patched in (register_scalable_target, list_tags_for_resource, tag_resource, untag_resource):
        setattr(ApplicationAutoScalingResponse, patched.__name__, patched)


def keep_what_a_service_runs_on():
    """Moto forgets some settings of a service of ECS, so that the next plan would replace it."""
    create = EC2ContainerServiceResponse.create_service

    def create_service(self):
        answer = create(self)
        service = answer.result["service"]
        service.capacity_provider_strategy = self._get_param("capacityProviderStrategy", [])
        if service.capacity_provider_strategy:
            service.launch_type = None
            service.platform_version = service.platform_version or "LATEST"
        service.availability_zone_rebalancing = self._get_param("availabilityZoneRebalancing")
        service.enable_ecs_managed_tags = self._get_param("enableECSManagedTags", False)
        return answer

    EC2ContainerServiceResponse.create_service = create_service


def tell_time_as_a_number():
    """Moto writes times of CodeDeploy as texts, which the provider cannot read."""
    codedeploy.iso_8601_datetime_with_milliseconds = lambda *_: time.time()


def remember_what_never_changes():
    """Moto finds out anew with each request which services it knows, and makes a pair of RSA keys that nobody
    can use for each symmetric key: half of its time."""
    DomainDispatcherApplication.get_backend_for_host = functools.cache(DomainDispatcherApplication.get_backend_for_host)
    core_responses.method_names_from_class = functools.cache(core_responses.method_names_from_class)
    make = kms.generate_private_key
    of_symmetric_keys = make("SYMMETRIC_DEFAULT")
    kms.generate_private_key = lambda spec: of_symmetric_keys if spec == "SYMMETRIC_DEFAULT" else make(spec)


class Quiet(WSGIRequestHandler):
    """Writes no line for a request."""

    def log(self, kind, message, *args):
        if kind == "error":
            super().log(kind, message, *args)


def main():
    take_http_for_tls()
    tell_buckets_of_others_and_of_other_regions()
    lock_objects_of_buckets_in_use()
    keep_old_versions_by_number()
    encrypt_tables_later()
    sign_digests_as_they_are()
    tell_databases_apart()
    tag_scalable_targets()
    keep_what_a_service_runs_on()
    tell_time_as_a_number()
    remember_what_never_changes()
    app = Faults(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"port {server.server_address[1]}", flush=True)
    sys.stdin.read()


main()
