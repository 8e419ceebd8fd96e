import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/azure.ts';

const azurerm = (version: string) =>
  `terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "${version}"\n    }\n  }\n}\n`;

describeJudgements(checks, 'azure', {
  'ssh-open-to-internet': [
    [
      'follows variables and modules, and does not know what nobody says',
      {
        'main.tf': `module "web" {
  source = "./group"
  from   = "*"
}
module "office" {
  source = "./group"
  from   = "203.0.113.0/24"
}
variable "from" {}
module "unsaid" {
  source = "./group"
  from   = var.from
}
`,
        'group/main.tf': `variable "from" { type = string }
resource "azurerm_network_security_group" "this" {
  security_rule {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = var.from
  }
}
`,
      },
      ['high module.web.azurerm_network_security_group.this', 'undecided'],
    ],
  ],
  'nic-public-address': [
    [
      'looks at the interfaces of scale sets too',
      `resource "azurerm_linux_virtual_machine_scale_set" "open" {
  network_interface {
    name = "main"
    ip_configuration {
      name = "main"
      public_ip_address { name = "main" }
    }
  }
}
resource "azurerm_linux_virtual_machine_scale_set" "inner" {
  network_interface {
    name = "main"
    ip_configuration { name = "main" }
  }
}
`,
      ['medium azurerm_linux_virtual_machine_scale_set.open'],
    ],
  ],
  'nic-forwards': [
    [
      'looks at the interfaces of scale sets too',
      `resource "azurerm_linux_virtual_machine_scale_set" "work" {
  network_interface {
    name                  = "main"
    ip_forwarding_enabled = true
  }
}
`,
      ['low azurerm_linux_virtual_machine_scale_set.work'],
    ],
  ],
  'security-rule-priority-taken': [
    [
      'compares within a direction, inside and outside of the group',
      `resource "azurerm_network_security_group" "g" {
  dynamic "security_rule" {
    for_each = [100, 110]
    content {
      name      = "in-\${security_rule.value}"
      priority  = security_rule.value
      direction = "Inbound"
    }
  }
}
resource "azurerm_network_security_rule" "same" {
  priority                    = 110
  direction                   = "inbound"
  network_security_group_name = azurerm_network_security_group.g.name
}
resource "azurerm_network_security_rule" "out" {
  priority                    = 110
  direction                   = "Outbound"
  network_security_group_name = azurerm_network_security_group.g.name
}
`,
      ['high azurerm_network_security_rule.same'],
    ],
  ],
  'subnet-addresses-wrong': [
    [
      'knows ranges, neighbours and what services need',
      `resource "azurerm_virtual_network" "v" { address_space = ["10.0.0.0/16"] }
resource "azurerm_subnet" "a" {
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.0.0/24"]
}
resource "azurerm_subnet" "b" {
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.0.128/25"]
}
resource "azurerm_subnet" "bastion" {
  name                 = "AzureBastionSubnet"
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.9.0/27"]
}
`,
      ['high azurerm_subnet.b', 'high azurerm_subnet.bastion'],
    ],
  ],
  'subnet-without-security-group': [
    [
      'knows services of Azure, delegation, and groups at all interfaces',
      `resource "azurerm_subnet" "gateway" { name = "GatewaySubnet" }
resource "azurerm_subnet" "db" {
  name = "db"
  delegation { name = "db" }
}
resource "azurerm_subnet" "vm" { name = "vm" }
resource "azurerm_network_interface" "vm" {
  ip_configuration { subnet_id = azurerm_subnet.vm.id }
}
resource "azurerm_network_interface_security_group_association" "vm" {
  network_interface_id      = azurerm_network_interface.vm.id
  network_security_group_id = "/subscriptions/0b1f/group"
}
resource "azurerm_subnet" "open" { name = "open" }
`,
      ['low azurerm_subnet.open'],
    ],
  ],
  'private-without-endpoint': [
    [
      'leaves alone what is handed on, and roots without endpoints',
      {
        'one/main.tf': `resource "azurerm_key_vault" "alone" { public_network_access_enabled = false }
`,
        'two/main.tf': `resource "azurerm_key_vault" "given" { public_network_access_enabled = false }
output "vault" { value = azurerm_key_vault.given.id }
resource "azurerm_key_vault" "forgotten" { public_network_access_enabled = false }
resource "azurerm_key_vault" "reached" { public_network_access_enabled = false }
resource "azurerm_private_endpoint" "reached" {
  private_service_connection { private_connection_resource_id = azurerm_key_vault.reached.id }
}
`,
      },
      ['medium azurerm_key_vault.forgotten'],
    ],
  ],
  'basic-sku-retired': [
    [
      'knows the default of azurerm 3',
      `${azurerm('~> 3.0')}resource "azurerm_public_ip" "a" {}`,
      ['medium azurerm_public_ip.a'],
    ],
    ['and of azurerm 4', `${azurerm('~> 4.0')}resource "azurerm_public_ip" "a" {}`, []],
  ],
});
